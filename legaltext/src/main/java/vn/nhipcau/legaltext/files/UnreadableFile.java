package vn.nhipcau.legaltext.files;

/** A file that gave no text; {@code getMessage} says in Vietnamese what to do. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;

    public UnreadableFile(Code code) {
        this(code, code.advice);
    }

    public UnreadableFile(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Stable names for machines. */
    public enum Code {
        FILE_NOT_FOUND("Không tìm thấy tệp: hãy kiểm tra lại đường dẫn."),
        FILE_NOT_READABLE("Không mở được tệp: hãy kiểm tra quyền đọc và chọn một tệp thường."),
        FILE_EMPTY("Tệp rỗng (0 byte): hãy lấy lại tệp từ nơi gửi."),
        FILE_TOO_LARGE("Tệp quá lớn: văn bản tối đa 50 MB, văn bản thuần tối đa 20 MB; hãy tách phụ lục ra tệp riêng."),
        FILE_TYPE_UNKNOWN(
                "Không nhận ra loại tệp: chỉ đọc được .txt, .docx, .doc, .rtf, .odt, .pdf có lớp chữ và .html; hãy lưu lại"
                        + " dưới một dạng đó."),
        FILE_ENCRYPTED("Tệp có mật khẩu: hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại."),
        FILE_DAMAGED("Tệp bị hỏng hoặc tải về chưa đủ: hãy mở thử, lưu lại hoặc lấy lại tệp từ nơi gửi."),
        FILE_NO_TEXT("Tệp chỉ có hình, không có chữ: hãy dùng bản gốc, hoặc nhận dạng chữ (OCR) rồi gửi lại."),
        FILE_EXPANDS_TOO_FAR(
                "Nội dung tệp phình ra quá giới hạn khi đọc, có thể là tệp độc hại: hãy lưu lại từ bản gốc, bỏ hình và"
                        + " phần không cần."),
        FILE_TOOK_TOO_LONG("Đọc tệp quá lâu nên đã dừng: hãy lưu lại dưới dạng .docx hoặc .txt, hoặc tách nhỏ tệp.");

        private final String advice;

        Code(String advice) {
            this.advice = advice;
        }
    }
}
