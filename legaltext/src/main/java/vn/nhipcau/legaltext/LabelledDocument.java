package vn.nhipcau.legaltext;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a person found in a document, in the form that READING.md gives. */
record LabelledDocument(
        String file, Map<String, String> header, List<String> citations, List<Dated> dated, List<String> assigned) {

    record Dated(
            String clause,
            List<String> who,
            String what,
            List<LocalDate> due,
            List<String> rrule,
            @Nullable String relative) {}

    static LabelledDocument read(Path file, ObjectMapper json) {
        JsonNode root = json.readTree(file);
        JsonNode header = root.path("header");
        JsonNode signer = header.path("signer");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("number", "type", "date", "place", "issuer", "abstract")) {
            fields.put(field, text(header.path(field)));
        }
        fields.put("addressees", String.join("; ", texts(header.path("addressees"))));
        for (String field : List.of("name", "title", "capacity")) {
            fields.put("signer." + field, text(signer.path(field)));
        }
        List<Dated> dated = new ArrayList<>();
        for (JsonNode entry : root.path("dated")) {
            dated.add(new Dated(
                    text(entry.path("clause")),
                    texts(entry.path("who")),
                    text(entry.path("what")),
                    texts(entry.path("due")).stream().map(LocalDate::parse).toList(),
                    texts(entry.path("rrule")),
                    entry.path("relative").isString() ? entry.path("relative").asString() : null));
        }
        return new LabelledDocument(
                text(root.path("file")), fields, texts(root.path("citations")), dated, texts(root.path("assigned")));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : array) {
            texts.add(text(node));
        }
        return texts;
    }
}
