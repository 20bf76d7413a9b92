package vn.nhipcau.consultation;

import java.util.Locale;

/** How an opinion came. The order fixes the number in the database, the word stands in commitments: neither changes. */
public enum Channel {
    WEB("Trang lấy ý kiến", "Web form"),
    API("Phần mềm khác gửi đến", "Other software"),
    EMAIL("Thư điện tử", "E-mail"),
    PAPER("Phiếu giấy", "Paper"),
    FILE("Tệp tổng hợp", "File of opinions"),
    HUB("Đầu mối tổng hợp", "Hub"),
    MINUTES("Biên bản hội nghị", "Minutes of a meeting");

    private static final Channel[] ALL = values();

    private final String vietnamese;
    private final String english;

    Channel(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    static Channel ofCode(int code) {
        return ALL[code - 1];
    }

    /** As the API and commitments spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    int code() {
        return ordinal() + 1;
    }
}
