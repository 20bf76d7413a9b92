package vn.nhipcau.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

/** So many hours, days, working days, weeks, months or years: {@code PT12H}, {@code P10D}, {@code P5BD}, {@code P1M}. */
public record TimeLimit(int amount, Unit unit) {
    public enum Unit {
        HOUR("giờ", "hour"),
        DAY("ngày", "day"),
        WORKING_DAY("ngày làm việc", "working day"),
        WEEK("tuần", "week"),
        MONTH("tháng", "month"),
        YEAR("năm", "year");

        private final String vietnamese;
        private final String english;

        Unit(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    private static final Pattern FORM = Pattern.compile("P(?:T(\\d{1,4})H|(\\d{1,4})(BD|D|W|M|Y))");

    public TimeLimit {
        if (amount < 0) {
            throw new IllegalArgumentException("a time limit of " + amount);
        }
    }

    public static TimeLimit parse(String written) {
        Matcher form = FORM.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw Refusal.invalid(
                    "TIME_LIMIT_INVALID",
                    "Không hiểu thời hạn “" + written
                            + "”. Hãy viết như P5BD (5 ngày làm việc), P10D (10 ngày), PT12H (12 giờ),"
                            + " P2W (2 tuần), P1M (1 tháng).",
                    "The time limit “" + written
                            + "” is not understood. Write P5BD (5 working days), P10D (10 days), PT12H (12"
                            + " hours), P2W (2 weeks), P1M (1 month).");
        }
        if (form.group(1) != null) {
            return new TimeLimit(Integer.parseInt(form.group(1)), Unit.HOUR);
        }
        Unit unit = switch (form.group(3)) {
            case "BD" -> Unit.WORKING_DAY;
            case "D" -> Unit.DAY;
            case "W" -> Unit.WEEK;
            case "M" -> Unit.MONTH;
            default -> Unit.YEAR;
        };
        return new TimeLimit(Integer.parseInt(form.group(2)), unit);
    }

    /**
     * The moment that lies this far after the event, or before it. For all but hours only the day counts: the event's own
     * day is not counted (Điều 147), months end on the same day of the month or the month's last (Điều 148 khoản 3).
     */
    LocalDateTime from(LocalDateTime event, boolean before, WorkingDays days) {
        int n = before ? -amount : amount;
        return switch (unit) {
            case HOUR -> event.plusHours(n);
            case DAY -> event.plusDays(n);
            case WORKING_DAY -> days.plus(event.toLocalDate(), n).atTime(event.toLocalTime());
            case WEEK -> event.plusWeeks(n);
            case MONTH -> event.plusMonths(n);
            case YEAR -> event.plusYears(n);
        };
    }

    @Nullable
    LocalTime timeOf(LocalDateTime moment) {
        return unit == Unit.HOUR ? moment.toLocalTime() : null;
    }

    public String words(Language language) {
        return language.t(
                "%02d %s".formatted(amount, unit.vietnamese), amount + " " + unit.english + (amount == 1 ? "" : "s"));
    }

    @Override
    public String toString() {
        return switch (unit) {
            case HOUR -> "PT" + amount + "H";
            case DAY -> "P" + amount + "D";
            case WORKING_DAY -> "P" + amount + "BD";
            case WEEK -> "P" + amount + "W";
            case MONTH -> "P" + amount + "M";
            case YEAR -> "P" + amount + "Y";
        };
    }
}
