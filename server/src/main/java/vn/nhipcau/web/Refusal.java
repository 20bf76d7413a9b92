package vn.nhipcau.web;

import org.springframework.http.HttpStatus;

/**
 * A request that cannot be met, with a stable code for machines and a sentence in both languages that says what to do.
 * Pages show it in the lay-out; the API sends it as an RFC 9457 problem.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final String vietnamese;
    private final String english;

    public Refusal(HttpStatus status, String code, String vietnamese, String english) {
        super(code + ": " + english);
        this.status = status;
        this.code = code;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Also the answer to what the asker may not see: its existence is not told. */
    public static Refusal notFound() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "NOT_FOUND",
                "Không có trang này, hoặc nó không thuộc quyền xem của bạn. Hãy quay lại trang trước hoặc trang chủ.",
                "There is no such page, or it is not yours to see. Go back or to the home page.");
    }

    public static Refusal invalid(String code, String vietnamese, String english) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, vietnamese, english);
    }

    public static Refusal conflict(String code, String vietnamese, String english) {
        return new Refusal(HttpStatus.CONFLICT, code, vietnamese, english);
    }

    public static Refusal forbidden(String code, String vietnamese, String english) {
        return new Refusal(HttpStatus.FORBIDDEN, code, vietnamese, english);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String sentence(Language language) {
        return language.t(vietnamese, english);
    }
}
