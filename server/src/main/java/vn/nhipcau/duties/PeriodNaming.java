package vn.nhipcau.duties;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * How the periods of a rhythm are called. A report may come due inside its own period (the 10th of a quarter's last
 * month) or soon after it (the 5th of the next month), so the name is worked out from the due day with a bound for
 * “soon after”.
 */
public enum PeriodNaming {
    DAY("Ngày"),
    WEEK("Tuần"),
    MONTH("Tháng"),
    QUARTER("Quý"),
    HALF_YEAR("6 tháng"),
    NINE_MONTHS("9 tháng"),
    YEAR("Năm");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    private final String vietnamese;

    PeriodNaming(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** The name of the period whose report is due on this day. */
    public String labelOf(LocalDate due) {
        return switch (this) {
            case DAY -> DATE.format(due);
            case WEEK ->
                "Tuần " + due.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + "/" + due.get(IsoFields.WEEK_BASED_YEAR);
            case MONTH -> {
                LocalDate in = due.getDayOfMonth() <= 10 ? due.minusMonths(1) : due;
                yield "Tháng " + in.getMonthValue() + "/" + in.getYear();
            }
            case QUARTER -> {
                // In a quarter's first month only the quarter before can be meant.
                LocalDate in = (due.getMonthValue() - 1) % 3 == 0 ? due.minusMonths(1) : due;
                yield "Quý " + ROMAN[in.get(IsoFields.QUARTER_OF_YEAR) - 1] + "/" + in.getYear();
            }
            case HALF_YEAR -> {
                int month = due.getMonthValue();
                yield month <= 3
                        ? "6 tháng cuối năm " + (due.getYear() - 1)
                        : (month <= 9 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + due.getYear();
            }
            case NINE_MONTHS -> "9 tháng năm " + due.getYear();
            case YEAR -> "Năm " + (due.getMonthValue() <= 3 ? due.getYear() - 1 : due.getYear());
        };
    }

    /** A guess from the rule, for the coordinator to correct. */
    public static PeriodNaming of(String rrule) {
        String rule = rrule.toUpperCase(Locale.ROOT);
        String frequency = part(rule, "FREQ");
        String months = part(rule, "BYMONTH");
        int interval = Integer.parseInt(part(rule, "INTERVAL").isEmpty() ? "1" : part(rule, "INTERVAL"));
        return switch (frequency) {
            case "DAILY" -> DAY;
            case "WEEKLY" -> WEEK;
            case "MONTHLY" -> interval == 3 ? QUARTER : interval == 6 ? HALF_YEAR : interval == 12 ? YEAR : MONTH;
            default ->
                switch (months.isEmpty() ? 1 : months.split(",").length) {
                    case 12 -> MONTH;
                    case 4 -> QUARTER;
                    case 2 -> HALF_YEAR;
                    case 1 ->
                        switch (months) {
                            case "6", "7" -> HALF_YEAR;
                            case "9" -> NINE_MONTHS;
                            default -> YEAR;
                        };
                    default -> YEAR;
                };
        };
    }

    private static String part(String rule, String name) {
        for (String part : rule.split(";")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1).strip();
            }
        }
        return "";
    }
}
