package vn.nhipcau.publication;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.audit.Verdict;

/**
 * What holds of one unit: its last verdict in the light of the earlier ones. In the order in which units need attention.
 */
public enum Standing {
    REMOVED("Đã gỡ", "Removed", "bad", true),
    NOT_FOUND("Chưa thấy đăng", "Not found", "bad", true),
    NO_SITE("Chưa có địa chỉ trang", "No site on record", "warn", true),
    OTHER_VERSION("Đăng bản khác", "Another version", "bad", true),
    PARTIAL("Đăng một phần", "In part", "warn", true),
    LINK("Chỉ dẫn liên kết", "Link only", "warn", true),
    MISSED("Không thấy lại, đang xác nhận", "Not seen again, being confirmed", "warn", false),
    UNREADABLE("Không đọc được", "Unreadable", "", false),
    UNREACHABLE("Không truy cập được", "Unreachable", "", false),
    FORBIDDEN("Trang không cho kiểm tra", "Forbidden by the site", "", false),
    UNCHECKED("Chưa kiểm tra", "Not looked at yet", "", false),
    FULL("Đăng đủ", "In full", "good", false);

    /** Removal is said after so many looks that did not find it again (the crawler counts them), */
    static final int CONFIRMATIONS = 3;

    /** of which each comes so long after the one before: a site under repair for an afternoon has removed nothing. */
    static final Duration SPACING = Duration.ofHours(6);

    private final String vietnamese;
    private final String english;
    private final String look;
    private final boolean urged;

    Standing(String vietnamese, String english, String look, boolean urged) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.look = look;
        this.urged = urged;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    String look() {
        return look;
    }

    /** Whether the unit has something to do. Who could not be looked at is never urged to post. */
    boolean urged() {
        return urged;
    }

    /** Whether nothing can be said of the posting itself. */
    boolean unknown() {
        return this == UNREADABLE || this == UNREACHABLE || this == FORBIDDEN || this == UNCHECKED;
    }

    static Standing of(Verdict.Kind kind) {
        return switch (kind) {
            case FULL -> FULL;
            case PARTIAL -> PARTIAL;
            case LINK -> LINK;
            case OTHER_VERSION -> OTHER_VERSION;
            case NOT_FOUND -> NOT_FOUND;
            case UNREACHABLE -> UNREACHABLE;
            case FORBIDDEN -> FORBIDDEN;
            case UNREADABLE -> UNREADABLE;
        };
    }

    /** What a look comes to, with what the crawler remembers of the earlier ones. */
    static Standing of(Verdict verdict) {
        Standing seen = of(verdict.kind());
        Verdict.Absence absence = verdict.absence();
        if (absence == null || seen.unknown()) {
            return seen;
        }
        if (!absence.removed()) {
            return MISSED; // until it is certain the crawler says what was there before
        }
        return seen == NOT_FOUND ? REMOVED : seen;
    }

    /** When the next look is wanted beside the rounds, to confirm what this one seems to say; null: no sooner. */
    static @Nullable Instant confirmAt(Verdict verdict) {
        Verdict.Absence absence = verdict.absence();
        return absence == null || absence.removed()
                ? null
                : absence.missedLast().plus(SPACING);
    }
}
