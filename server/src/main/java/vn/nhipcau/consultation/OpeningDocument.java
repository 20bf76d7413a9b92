package vn.nhipcau.consultation;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was put to the people and under which rules, as the first entry of the log commits to it: published word for word, so
 * that nobody can say later that the text or a cut-off was another.
 */
final class OpeningDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpeningDocument() {}

    static String of(NewConsultation draft) {
        ObjectNode document = JSON.createObjectNode();
        document.put("consultation", draft.slug());
        document.put("title", draft.title());
        document.put("opensAt", draft.opensAt().toString());
        ArrayNode cutOffs = document.putArray("cutOffs");
        draft.cutOffs().forEach(cutOff -> cutOffs.add(cutOff.toString()));
        ArrayNode clauses = document.putArray("clauses");
        for (NewConsultation.NewClause clause : draft.clauses()) {
            ObjectNode node = clauses.addObject();
            node.put("anchor", clause.anchor());
            node.put("heading", clause.heading());
            node.put("text", clause.text());
        }
        return JSON.writeValueAsString(document);
    }
}
