package vn.nhipcau.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator fills in for an act; every field as written, so that a refused form comes back as it was sent.
 *
 * @param other the other unit of a move, merger …: its code or name
 * @param others more of them, one a line
 */
public record ActForm(
        @Nullable LocalDate on,
        @Nullable String basis,
        @Nullable String reason,
        @Nullable String code,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable String kind,
        @Nullable String line,
        @Nullable String other,
        @Nullable String others,
        @Nullable String ends,
        @Nullable String url) {

    static ActForm about(Organisation unit, LocalDate today, Type type) {
        boolean child = type == Type.FOUND;
        return new ActForm(
                today,
                null,
                null,
                child ? null : unit.code(),
                child ? null : unit.name(),
                child ? null : unit.shortName(),
                child ? null : unit.kind(),
                unit.line().slug(),
                null,
                null,
                "yes",
                null);
    }

    /** The acts that have a form. */
    public enum Type {
        FOUND("found", "Thành lập đơn vị trực thuộc", "Found a unit below"),
        RENAME("rename", "Đổi tên", "Rename"),
        UPGRADE("upgrade", "Nâng cấp, đổi loại", "Change the kind"),
        MOVE("move", "Chuyển trực thuộc", "Move"),
        MERGE("merge", "Sáp nhập vào đơn vị khác", "Merge into another"),
        SPLIT("split", "Chia, tách", "Split"),
        CLOSE("close", "Giải thể, kết thúc hoạt động", "Close"),
        SITE("site", "Thêm trang web", "Add a web site"),
        SITE_END("site-end", "Ngừng trang web", "End a web site"),
        CODE("code", "Cấp mã định danh", "Give the official code");

        private final String slug;
        private final String vietnamese;
        private final String english;

        Type(String slug, String vietnamese, String english) {
            this.slug = slug;
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String slug() {
            return slug;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }
}
