package vn.nhipcau.crawl.world;

import vn.nhipcau.crawl.audit.Verdict.Kind;

/** What a unit did with the document, and what the right answer is. */
public enum Mode {
    PAGE(Kind.FULL, 10),
    SPLIT(Kind.FULL, 4),
    DOCX(Kind.FULL, 5),
    PDF(Kind.FULL, 6),
    ZIP(Kind.FULL, 2),
    RENAMED(Kind.FULL, 4),
    RESET(Kind.FULL, 3),
    NO_MARKS(Kind.FULL, 1),
    SLIPS(Kind.FULL, 3),
    FRAME(Kind.FULL, 2),
    DOWNLOAD(Kind.FULL, 2),
    TWO_VERSIONS(Kind.FULL, 1),
    SUMMARY(Kind.PARTIAL, 5),
    HALF(Kind.PARTIAL, 4),
    LINK(Kind.LINK, 6),
    DEAD_LINK(Kind.LINK, 2),
    DRAFT(Kind.OTHER_VERSION, 5),
    LAST_YEAR(Kind.OTHER_VERSION, 4),
    SCAN(Kind.UNREADABLE, 4),
    PICTURES(Kind.UNREADABLE, 2),
    SCRIPT(Kind.UNREADABLE, 2),
    NOTHING(Kind.NOT_FOUND, 12),
    MENTION(Kind.NOT_FOUND, 4),
    QUOTE(Kind.NOT_FOUND, 3),
    ANOTHER(Kind.NOT_FOUND, 4),
    DOWN(Kind.UNREACHABLE, 3),
    FAILING(Kind.UNREACHABLE, 2),
    ROBOTS(Kind.FORBIDDEN, 4);

    final Kind truth;
    final int share;

    Mode(Kind truth, int share) {
        this.truth = truth;
        this.share = share;
    }

    /** Whether the unit put the text before the people in some form. */
    boolean posted() {
        return truth == Kind.FULL
                || truth == Kind.PARTIAL
                || truth == Kind.OTHER_VERSION
                || truth == Kind.LINK
                || truth == Kind.UNREADABLE;
    }
}
