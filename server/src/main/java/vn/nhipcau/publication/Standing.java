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

    /** Removal is said after so many looks that did not find it again, */
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

    /**
     * What a unit's looks so far come to.
     *
     * @param seen the last thing that was surely seen on the site; null: nothing yet
     * @param missed spaced looks since in which it was not found
     * @param missedAt when that was counted last
     */
    record Sum(
            Standing standing,
            @Nullable Standing seen,
            int missed,
            @Nullable Instant missedAt) {

        static final Sum NOTHING = new Sum(UNCHECKED, null, 0, null);

        /** With one more look, made now. What could not be looked at changes neither what was seen nor the count. */
        Sum and(Verdict.Kind kind, Instant now) {
            Standing look = of(kind);
            if (look.unknown()) {
                return new Sum(look, seen, missed, missedAt);
            }
            if (look != NOT_FOUND) {
                return new Sum(look, look, 0, null);
            }
            if (seen == null) {
                return new Sum(NOT_FOUND, null, 0, null);
            }
            boolean counts = missedAt == null || !missedAt.plus(SPACING).isAfter(now);
            int count = counts ? missed + 1 : missed;
            return new Sum(count >= CONFIRMATIONS ? REMOVED : MISSED, seen, count, counts ? now : missedAt);
        }

        /** When the next look is wanted beside the rounds, to confirm what this one seems to say. */
        @Nullable
        Instant confirmAt() {
            return standing == MISSED && missedAt != null ? missedAt.plus(SPACING) : null;
        }
    }
}
