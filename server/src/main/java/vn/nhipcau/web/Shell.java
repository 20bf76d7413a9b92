package vn.nhipcau.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lay-out of every page needs; templates take it as {@code page}.
 *
 * @param path of the request, for the menu and for switching the language in place
 * @param viewer display name of who is signed in
 * @param menu entries that the viewer may use
 * @param csrfToken to be sent back with every form; see {@code web/csrf.jte}
 * @param now time of the request
 * @param notice said once after an action
 * @param demo whether the data is invented and the clock is not the real one
 */
public record Shell(
        Language language,
        String path,
        @Nullable String viewer,
        List<MenuEntry> menu,
        String csrfToken,
        Instant now,
        @Nullable Notice notice,
        boolean demo) {

    /** Viet Nam's own time, in which every date of a directive is meant. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** A sentence for the reader after an action; {@code failure} makes it an alert. */
    public record Notice(String text, boolean failure) implements Serializable {}

    public String t(String vietnamese, String english) {
        return language.t(vietnamese, english);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    public String date(@Nullable Instant instant) {
        return instant == null ? "" : DATE.format(instant.atZone(ZONE));
    }

    public String minute(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(ZONE));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    public boolean signedIn() {
        return viewer != null;
    }

    public boolean at(MenuEntry entry) {
        return path.equals(entry.href()) || path.startsWith(entry.href() + "/") || path.startsWith(entry.href() + "?");
    }
}
