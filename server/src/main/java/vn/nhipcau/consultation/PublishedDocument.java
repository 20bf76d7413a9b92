package vn.nhipcau.consultation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.ledger.Opinion;

/**
 * The documents to which entries of the log commit: what was put to the people and under which rules, and the figures of each
 * locked batch. They are stored and published byte for byte, so that nobody can say later that they were others.
 */
final class PublishedDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PublishedDocument() {}

    static Entry entry(EntryType type, Instant now, String document) {
        return new Entry(type, now, Opinion.document(document.getBytes(StandardCharsets.UTF_8)));
    }

    static String opening(NewConsultation draft) {
        ObjectNode document = JSON.createObjectNode();
        document.put("consultation", draft.slug());
        document.put("title", draft.title());
        document.put("opensAt", draft.opensAt().toString());
        ArrayNode cutOffs = document.putArray("cutOffs");
        draft.cutOffs().forEach(cutOff -> cutOffs.add(cutOff.toString()));
        clauses(document, draft.clauses());
        return JSON.writeValueAsString(document);
    }

    static String version(String consultation, int version, String note, List<NewConsultation.NewClause> clauses) {
        ObjectNode document = JSON.createObjectNode();
        document.put("consultation", consultation);
        document.put("version", version);
        document.put("note", note);
        clauses(document, clauses);
        return JSON.writeValueAsString(document);
    }

    /** What came together, with what it claims; the opinions in it have entries of their own. */
    static String parcel(String consultation, Parcel parcel) {
        ObjectNode document = JSON.createObjectNode();
        document.put("consultation", consultation);
        document.put("parcel", parcel.id());
        document.put("channel", parcel.channel().word());
        document.put("organisation", parcel.organisation());
        document.put("title", parcel.title());
        document.put("file", parcel.scan() == null ? null : parcel.scan().toString());
        document.put("opinions", parcel.opinions());
        document.put("claimedHeads", parcel.claimed());
        document.put("claimedPresent", parcel.heads());
        return JSON.writeValueAsString(document);
    }

    private static void clauses(ObjectNode document, List<NewConsultation.NewClause> clauses) {
        ArrayNode array = document.putArray("clauses");
        for (NewConsultation.NewClause clause : clauses) {
            ObjectNode node = array.addObject();
            node.put("anchor", clause.anchor());
            node.put("heading", clause.heading());
            node.put("text", clause.text());
        }
    }

    /** @param logSize entries of the log when the batch was locked: all its opinions lie before */
    static String count(String consultation, Batch batch, long logSize, List<Figures.Figure> figures) {
        ObjectNode document = JSON.createObjectNode();
        document.put("consultation", consultation);
        document.put("batch", batch.number());
        document.put("cutOff", batch.cutOff().toString());
        document.put("logSize", logSize);
        document.put(
                "opinions", figures.stream().mapToLong(Figures.Figure::opinions).sum());
        ArrayNode rows = document.putArray("figures");
        for (Figures.Figure figure : figures) {
            ObjectNode row = rows.addObject();
            row.put("clause", figure.clause());
            row.put("channel", figure.channel().word());
            row.put("stance", figure.stance().word());
            row.put("opinions", figure.opinions());
        }
        return JSON.writeValueAsString(document);
    }
}
