package vn.nhipcau.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an account.
 *
 * @param role that was given or taken back, with its unit; null for other acts
 * @param by who did it; null: the system itself
 */
public record AccountAct(
        Kind kind,
        @Nullable Role role,
        @Nullable String unit,
        Instant recordedAt,
        @Nullable String by) {

    public enum Kind {
        ADD("Lập tài khoản", "Account made"),
        GIVE("Giao vai trò", "Post given"),
        TAKE("Thôi giao vai trò", "Post taken back"),
        LOCK("Khóa tài khoản", "Deactivated"),
        UNLOCK("Mở lại tài khoản", "Activated again"),
        RESET("Đặt lại mật khẩu", "Password reset"),
        PASSWORD("Tự đổi mật khẩu", "Own password changed");

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
