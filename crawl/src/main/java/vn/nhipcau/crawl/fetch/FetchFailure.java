package vn.nhipcau.crawl.fetch;

/** A fetch that gave no answer. */
public final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause why;

    public FetchFailure(Cause why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /** Why, with the sentence an official reads. */
    public enum Cause {
        NAME_UNKNOWN("không tìm thấy tên miền trong DNS"),
        ADDRESS_NOT_ALLOWED("tên miền trỏ tới địa chỉ mạng nội bộ, không được phép truy cập"),
        REFUSED("máy chủ từ chối kết nối"),
        CONNECT_TIMEOUT("máy chủ không phản hồi khi kết nối"),
        TIMEOUT("máy chủ trả lời quá lâu"),
        TOO_SLOW("máy chủ gửi dữ liệu quá chậm"),
        TLS("kết nối bảo mật (HTTPS) không hợp lệ"),
        BROKEN_OFF("máy chủ ngắt kết nối giữa chừng"),
        NOT_HTTP("máy chủ trả lời không đúng giao thức HTTP"),
        TOO_LARGE("tệp quá lớn"),
        EXPANDS_TOO_FAR("dữ liệu nén nở ra quá lớn"),
        REDIRECTS("chuyển hướng vòng tròn hoặc quá nhiều lần");

        private final String vietnamese;

        Cause(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        public String vietnamese() {
            return vietnamese;
        }
    }
}
