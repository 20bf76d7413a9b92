package vn.nhipcau.documents;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import vn.nhipcau.web.Refusal;

/**
 * The stamp of secrecy near the top of a document: “MẬT”, “TỐI MẬT”, “TUYỆT MẬT” standing alone on a line or in a column
 * of its own (Luật Bảo vệ bí mật nhà nước). A law about secrets has the word inside a line and is not meant.
 */
final class SecretMarking {
    /** Above the first lines of text of any lay-out, two-column headers and long titles included. */
    private static final int TOP = 2_000;

    private static final Pattern STAMP = Pattern.compile(
            "(?:^|\\t|\\h{3,})[\\p{Punct}\\h]*(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?=[\\p{Punct}\\h]*(?:$|\\t|\\h{3,}))",
            Pattern.MULTILINE);

    private static final Pattern LABELLED = Pattern.compile(
            "^[\\p{Punct}\\h]*độ mật\\h*:?\\h*(?:tuyệt mật|tối mật|mật)\\b",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private SecretMarking() {}

    static boolean on(String text) {
        String top = Normalizer.normalize(text.substring(0, Math.min(TOP, text.length())), Normalizer.Form.NFC);
        return STAMP.matcher(top).find() || LABELLED.matcher(top).find();
    }

    static Refusal refusal(String fileName) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "SECRET_DOCUMENT",
                "Tệp “" + fileName + "” mang dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT). Hệ thống này không tiếp nhận"
                        + " văn bản bí mật nhà nước và không lưu lại tệp vừa gửi. Hãy xử lý văn bản theo chế độ mật; nếu"
                        + " máy này nối mạng, báo ngay bộ phận bảo mật của đơn vị.",
                "The file “" + fileName + "” bears a stamp of State secrecy. Secret documents never enter this system,"
                        + " and the file was not kept. Handle it under the secrecy rules and tell your security officer.");
    }
}
