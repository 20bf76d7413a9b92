package vn.nhipcau.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to the directory.
 *
 * @param was in words, before
 * @param became in words, after
 * @param person who recorded it; null: the system itself
 */
public record Act(
        long id,
        Kind kind,
        LocalDate on,
        @Nullable String basis,
        String reason,
        @Nullable String was,
        @Nullable String became,
        Instant recordedAt,
        @Nullable String person) {

    public enum Kind {
        FOUND("Thành lập", "Founded"),
        RENAME("Đổi tên", "Renamed"),
        UPGRADE("Nâng cấp, đổi loại", "Changed in kind"),
        MOVE("Chuyển trực thuộc", "Moved"),
        MERGE("Hợp nhất, sáp nhập", "Merged"),
        SPLIT("Chia, tách", "Split"),
        CLOSE("Giải thể, kết thúc hoạt động", "Closed"),
        CODE("Cấp mã", "Given a code"),
        SITE("Trang web", "Web site"),
        IMPORT("Nhập từ tệp", "Imported");

        private final String vietnamese;
        private final String english;

        Kind(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }
}
