package vn.nhipcau.consultation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import vn.nhipcau.web.Refusal;

/**
 * Reads the body of an opinion. A field that we do not know is refused and not passed over: “clauses” for “clause” would make
 * an opinion on a clause into one on the whole draft.
 */
final class OpinionJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private @Nullable String clause;
    private @Nullable Stance stance;
    private String text = "";
    private String idempotencyKey = "";

    private OpinionJson() {}

    static NewOpinion read(byte[] body, String consultation) {
        OpinionJson fields = new OpinionJson();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            fields.read(json);
        } catch (JacksonException e) {
            throw malformed();
        }
        if (fields.stance == null) {
            throw stance();
        }
        return new NewOpinion(
                consultation, fields.clause, Channel.API, fields.stance, fields.text, null, fields.idempotencyKey);
    }

    private void read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed();
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            String value = value(json);
            switch (name) {
                case "clause" -> clause = value;
                case "stance" ->
                    stance = value == null ? null : Stance.of(value).orElseThrow(OpinionJson::stance);
                case "text" -> text = value == null ? "" : value;
                case "idempotencyKey" -> idempotencyKey = value == null ? "" : value;
                default ->
                    throw Refusal.invalid(
                            "FIELD_UNKNOWN",
                            "Có trường lạ trong nội dung gửi. Chỉ dùng clause, stance, text, idempotencyKey.",
                            "There is an unknown field. Use only clause, stance, text, idempotencyKey.");
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw malformed();
        }
    }

    private static @Nullable String value(JsonParser json) {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            case null, default -> throw malformed();
        };
    }

    private static Refusal malformed() {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "BODY_MALFORMED",
                "Nội dung gửi không đúng dạng: cần một đối tượng JSON (UTF-8) với các trường là chuỗi.",
                "The body is malformed: a JSON object (UTF-8) whose fields are strings is needed.");
    }

    private static Refusal stance() {
        return Refusal.invalid(
                "STANCE_UNKNOWN",
                "Thái độ (stance) phải là agree, agree-with-changes, disagree hoặc other.",
                "The stance must be agree, agree-with-changes, disagree or other.");
    }
}
