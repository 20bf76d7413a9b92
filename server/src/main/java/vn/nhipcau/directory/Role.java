package vn.nhipcau.directory;

/** What a post lets its holder do, at its unit and the units below it. */
public enum Role {
    ADMIN("Quản trị", "Administrator"),
    COORDINATOR("Điều phối", "Coordinator"),
    OFFICER("Cán bộ đơn vị", "Unit officer"),
    LEADER("Lãnh đạo", "Leader"),
    READER("Người xem", "Reader");

    private final String vietnamese;
    private final String english;

    Role(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** Name in Spring Security, e.g. for {@link vn.nhipcau.web.MenuEntry}. */
    public String authority() {
        return "ROLE_" + name();
    }
}
