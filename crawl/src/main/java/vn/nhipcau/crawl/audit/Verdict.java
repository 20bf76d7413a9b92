package vn.nhipcau.crawl.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        int foundAfter) {

    public Verdict {
        where = List.copyOf(where);
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
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
