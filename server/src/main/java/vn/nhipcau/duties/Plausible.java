package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Dates that an act of government may name; a year outside is a slip of the hand, and some do not fit the database. */
final class Plausible {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private Plausible() {}

    /** @param field as the form calls it */
    static LocalDate day(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Refusal.invalid(
                    "DATE_OUT_OF_RANGE",
                    field + ": " + DATE.format(day) + " nằm ngoài khoảng từ " + DATE.format(FIRST) + " đến "
                            + DATE.format(LAST) + ". Hãy kiểm tra lại năm.",
                    DATE.format(day) + " is not between " + DATE.format(FIRST) + " and " + DATE.format(LAST)
                            + ". Check the year.");
        }
        return day;
    }

    static Instant time(String field, LocalDateTime time) {
        day(field, time.toLocalDate());
        return time.atZone(Shell.ZONE).toInstant();
    }

    static @Nullable Instant timeIfAny(String field, @Nullable LocalDateTime time) {
        return time == null ? null : time(field, time);
    }

    /** A due time as a form sends it, by the minute: the last one of a day means all of the day. */
    static Instant dueTime(String field, LocalDateTime typed) {
        boolean wholeDay = typed.getHour() == 23 && typed.getMinute() == 59;
        return time(field, wholeDay ? typed.with(ObligationDraft.END_OF_DAY) : typed);
    }
}
