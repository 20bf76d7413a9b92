package vn.nhipcau.legaltext.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.nhipcau.legaltext.Citation;
import vn.nhipcau.legaltext.DocumentType;
import vn.nhipcau.legaltext.Header;
import vn.nhipcau.legaltext.Obligation;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.Span;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** The public JSON form of a reading; its keys and their order are a promise to other programs. */
final class ReadingJson {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private ReadingJson() {}

    static String of(String file, Reading reading, boolean pretty) {
        ObjectNode document = JSON.createObjectNode().put("file", file);
        document.set("header", header(reading.header()));
        ArrayNode citations = document.putArray("citations");
        reading.citations().forEach(citation -> citations.add(citation(citation)));
        ArrayNode obligations = document.putArray("obligations");
        reading.obligations().forEach(obligation -> obligations.add(obligation(obligation)));
        document.set("assigned", array(reading.assigned()));
        document.set("warnings", array(reading.warnings()));
        return print(document, pretty);
    }

    static String error(String file, UnreadableFile error, boolean pretty) {
        ObjectNode document = JSON.createObjectNode().put("file", file);
        document.putObject("error").put("code", error.code().name()).put("message", error.getMessage());
        return print(document, pretty);
    }

    private static String print(ObjectNode document, boolean pretty) {
        return pretty ? document.toPrettyString() : document.toString();
    }

    private static ObjectNode header(Header header) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", header.number())
                .put("type", slug(header.type()))
                .put("date", date(header.date()))
                .put("place", header.place())
                .put("issuer", header.issuer())
                .put("abstract", header.subject());
        json.set("addressees", array(header.addressees()));
        json.set("recipients", array(header.recipients()));
        Header.Signer signer = header.signer();
        if (signer == null) {
            json.putNull("signer");
        } else {
            json.putObject("signer")
                    .put("name", signer.name())
                    .put("title", signer.title())
                    .put("capacity", signer.capacity());
        }
        json.put("urgency", header.urgency());
        ObjectNode spans = json.putObject("spans");
        header.spans().forEach((field, span) -> spans.set(field, array(span)));
        return json;
    }

    private static ObjectNode citation(Citation citation) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", citation.number())
                .put("type", slug(citation.type()))
                .put("date", date(citation.date()))
                .put("issuer", citation.issuer());
        json.set("span", array(citation.span()));
        return json;
    }

    private static ObjectNode obligation(Obligation obligation) {
        ObjectNode json = JSON.createObjectNode().put("clause", obligation.clause());
        json.set("span", array(obligation.span()));
        json.put("text", obligation.text());
        json.set("who", array(obligation.who()));
        json.set("lead", array(obligation.lead()));
        json.set("with", array(obligation.with()));
        json.put("what", obligation.what());
        json.set("due", array(obligation.due().stream().map(LocalDate::toString).toList()));
        json.set("rrule", array(obligation.rrule()));
        json.put("relative", obligation.relative());
        json.put("to", obligation.to());
        json.put("evidence", obligation.evidence().slug());
        json.set("limits", array(obligation.limits()));
        json.put("confidence", obligation.confidence());
        return json;
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode json = JSON.createArrayNode();
        values.forEach(json::add);
        return json;
    }

    private static ArrayNode array(Span span) {
        return JSON.createArrayNode().add(span.start()).add(span.end());
    }

    private static @Nullable String slug(@Nullable DocumentType type) {
        return type == null ? null : type.slug();
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return Objects.toString(date, null);
    }
}
