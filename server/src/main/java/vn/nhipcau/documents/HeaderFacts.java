package vn.nhipcau.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.DocumentType;
import vn.nhipcau.legaltext.Header;

/** The facts of a header one by one, as text, in the order in which they are shown: what the history of edits compares. */
final class HeaderFacts {
    private HeaderFacts() {}

    static Map<String, @Nullable String> of(Header header) {
        Header.Signer signer = header.signer();
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        facts.put("number", header.number());
        facts.put("type", header.type() == null ? null : header.type().vietnamese());
        facts.put("date", header.date() == null ? null : header.date().toString());
        facts.put("place", header.place());
        facts.put("issuer", header.issuer());
        facts.put("subject", header.subject());
        facts.put("addressees", lines(header.addressees()));
        facts.put("recipients", lines(header.recipients()));
        facts.put("signer", signer == null ? null : signer.name());
        facts.put("title", signer == null ? null : signer.title());
        facts.put("capacity", signer == null ? null : signer.capacity());
        facts.put("urgency", header.urgency());
        return facts;
    }

    static @Nullable DocumentType type(@Nullable String slug) {
        for (DocumentType type : DocumentType.values()) {
            if (type.slug().equals(slug)) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable String lines(java.util.List<String> values) {
        return values.isEmpty() ? null : String.join("\n", values);
    }
}
