package vn.nhipcau.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A receipt as its holder keeps it: the JSON of the API, or a tlog-proof file that carries this JSON as its extra data.
 */
record Receipt(Map<String, Object> fields, Optional<LogProof> proof) {

    static Receipt parse(String file) {
        if (file.startsWith(LogProof.HEADER)) {
            LogProof proof = LogProof.parse(file);
            byte[] extra = proof.extra()
                    .orElseThrow(() -> new IllegalArgumentException("the proof carries no receipt (extra)"));
            return new Receipt(Json.object(Canonical.utf8(extra)), Optional.of(proof));
        }
        Map<String, Object> fields = Json.object(file);
        return new Receipt(
                fields, new Receipt(fields, Optional.empty()).optional("proof").map(LogProof::parse));
    }

    Optional<String> optional(String field) {
        Object value = fields.get(field);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("the receipt's field “" + field + "” is not text");
        }
        return Optional.ofNullable((String) value);
    }

    private String text(String field) {
        return optional(field)
                .orElseThrow(() -> new IllegalArgumentException("the receipt has no field “" + field + "”"));
    }

    String id() {
        return text("id");
    }

    /** The log's web address or its origin, which is the address without scheme and final slash. */
    String origin() {
        return text("log").replaceFirst("^https?://", "").replaceFirst("/+$", "");
    }

    Hash leaf() {
        return Hash.parse(text("leaf"));
    }

    Optional<Long> index() {
        return Optional.ofNullable(fields.get("index")).map(value -> {
            if (value instanceof Json.Number number) {
                return Canonical.decimal(number.digits());
            }
            throw new IllegalArgumentException("the receipt's index is no number");
        });
    }

    Instant acceptedAt() {
        try {
            return Instant.parse(text("acceptedAt"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the receipt's acceptedAt is no RFC 3339 time in UTC", e);
        }
    }

    Acceptance.Promise promise() {
        return new Acceptance.Promise(id(), text("acceptedAt"), leaf());
    }

    /** The leaf that an opinion with this text has. */
    Hash leaf(String opinion) {
        Hash commitment = new Opinion(
                        text("consultation"),
                        optional("clause").orElse(""),
                        text("channel"),
                        optional("stance").orElse(""),
                        opinion,
                        optional("attachment").map(Hash::parse).orElse(Opinion.NO_ATTACHMENT))
                .commitment(Hash.parse(text("salt")));
        Object corrected = fields.get("corrects");
        return corrected instanceof Json.Number index
                ? new Entry(
                                EntryType.CORRECTION,
                                acceptedAt(),
                                Opinion.correction(Canonical.decimal(index.digits()), commitment))
                        .leaf()
                : new Entry(EntryType.OPINION, acceptedAt(), commitment).leaf();
    }
}
