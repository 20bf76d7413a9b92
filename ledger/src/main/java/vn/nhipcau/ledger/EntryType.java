package vn.nhipcau.ledger;

/** What an entry stands for; the order fixes the number in the log (1, 2, …) and is never changed. */
public enum EntryType {
    OPINION("ý kiến", "opinions"),
    CORRECTION("ý kiến sửa lại", "corrections"),
    WITHDRAWAL("rút hoặc xóa", "withdrawals or erasures"),
    IMPORT("lần nhập tệp", "imported files"),
    COLLECTIVE("biên bản tập thể", "collective records"),
    COUNT("gốc bảng đếm", "count roots"),
    WINDOW("mở hoặc đóng đợt", "openings or closings"),
    KEY("đổi khóa", "key changes");

    final String vietnamese;
    final String english;

    EntryType(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    byte code() {
        return (byte) (ordinal() + 1);
    }
}
