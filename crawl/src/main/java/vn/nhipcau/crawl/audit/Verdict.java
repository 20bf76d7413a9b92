package vn.nhipcau.crawl.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.vitext.Difference;

/**
 * The answer for one site.
 *
 * @param coverage share of the document that the site shows itself
 * @param where addresses that show it, best first
 * @param firstSeen when an audit first saw it there
 * @param posted the day the page itself names, as it stands there
 * @param evidence file and offset of the first record that proves it
 * @param reason what an official is told, in Vietnamese
 * @param passage the longest passage found word for word
 * @param missing sections not found
 * @param differences passages that read otherwise
 * @param requests made for this answer
 * @param bytes received for it
 * @param foundAfter requests until the text was found; 0 when it was not
 * @param absence where the site showed more before than it does now
 */
public record Verdict(
        Site site,
        Kind kind,
        double coverage,
        List<String> where,
        @Nullable Instant firstSeen,
        @Nullable String posted,
        @Nullable String evidence,
        String reason,
        String passage,
        List<String> missing,
        List<Difference> differences,
        int requests,
        long bytes,
        int foundAfter,
        @Nullable Absence absence) {

    public Verdict {
        where = List.copyOf(where);
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }

    /** An answer that rests on nothing found. */
    Verdict(Site site, Kind kind, String reason) {
        this(site, kind, 0, List.of(), null, null, null, reason, "", List.of(), List.of(), 0, 0, 0, null);
    }

    /** What the last look at a site said, out of its memory; null when there was none. */
    public static @Nullable Verdict of(Site site, Memory memory) {
        return Remembered.verdict(site, Remembered.LAST, memory);
    }

    /**
     * What was posted is not where it was. Until it is certain the verdict stays what it was.
     *
     * @param lastSeen when an audit last saw it there
     * @param missedSince the first check that missed it
     * @param missedLast the last check that counted
     * @param checks that count: spaced, of a site that otherwise answered
     * @param removed whether they are enough to say that it was taken down
     * @param sign what shows it, in Vietnamese
     */
    public record Absence(
            Instant lastSeen, Instant missedSince, Instant missedLast, int checks, boolean removed, String sign) {}

    Verdict withReason(String other) {
        return with(firstSeen, other, requests, bytes, foundAfter, absence);
    }

    Verdict withFirstSeen(@Nullable Instant other) {
        return with(other, reason, requests, bytes, foundAfter, absence);
    }

    Verdict withAbsence(@Nullable Absence other) {
        return with(firstSeen, reason, requests, bytes, foundAfter, other);
    }

    /** The same answer after another look. */
    Verdict withCosts(int asked, long received, int foundThen) {
        return with(firstSeen, reason, asked, received, foundThen, absence);
    }

    private Verdict with(
            @Nullable Instant since, String why, int asked, long received, int foundThen, @Nullable Absence gone) {
        return new Verdict(
                site,
                kind,
                coverage,
                where,
                since,
                posted,
                evidence,
                why,
                passage,
                missing,
                differences,
                asked,
                received,
                foundThen,
                gone);
    }

    /** Kinds of answer; “could not see” is never “not posted”. */
    public enum Kind {
        FULL("full", "Đăng đủ"),
        PARTIAL("partial", "Đăng một phần"),
        LINK("link", "Chỉ dẫn liên kết"),
        OTHER_VERSION("other-version", "Bản khác"),
        NOT_FOUND("not-found", "Chưa thấy"),
        UNREACHABLE("unreachable", "Không truy cập được"),
        FORBIDDEN("forbidden", "Không cho phép"),
        UNREADABLE("unreadable", "Không đọc được");

        private final String code;
        private final String vietnamese;

        Kind(String code, String vietnamese) {
            this.code = code;
            this.vietnamese = vietnamese;
        }

        public String code() {
            return code;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No such verdict: " + code);
        }
    }
}
