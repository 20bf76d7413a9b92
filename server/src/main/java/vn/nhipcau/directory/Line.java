package vn.nhipcau.directory;

import java.util.Locale;

/** The three lines of the political system, each with its own superiors. */
public enum Line {
    STATE("Chính quyền", "State"),
    PARTY("Đảng", "Party"),
    FRONT("Mặt trận, đoàn thể", "Front and mass organisations");

    private final String vietnamese;
    private final String english;

    Line(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** As it is written in the database and in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Line ofSlug(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
