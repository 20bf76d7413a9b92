package vn.nhipcau.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import vn.nhipcau.web.Language;

/**
 * The stretch of time that one duty is about: Quý II/2020. When its data are cut off and when it is due are other facts.
 *
 * @param year the reporting year that it is named for
 * @param number within the year, from 1; for a batch its place among the batches
 * @param start first day
 * @param end last day
 */
public record Period(PeriodKind kind, int year, int number, LocalDate start, LocalDate end) {
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    /** The period of that kind which holds the day. */
    public static Period holding(LocalDate day, PeriodKind kind, ReportingYear years) {
        return switch (kind) {
            case DAY, BATCH -> new Period(kind, day.getYear(), day.getDayOfYear(), day, day);
            case WEEK -> {
                LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                yield new Period(
                        kind,
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        monday,
                        monday.plusDays(6));
            }
            case MONTH, QUARTER, HALF_YEAR, YEAR ->
                numbered(kind, years.yearOf(day), years.monthsInto(day) / kind.months() + 1, years);
            case NINE_MONTHS -> numbered(kind, years.yearOf(day), 1, years);
        };
    }

    /**
     * The period that a duty due on that day is about. A due date may lie inside its period (the tenth of a quarter's
     * last month) or after it (the fifth of the month that follows): within the first third of a period it is taken to be
     * about the one before.
     */
    public static Period reportedOn(LocalDate due, PeriodKind kind, ReportingYear years) {
        Period current = holding(due, kind, years);
        if (kind == PeriodKind.DAY || kind == PeriodKind.BATCH || kind == PeriodKind.NINE_MONTHS) {
            return current;
        }
        long gone = ChronoUnit.DAYS.between(current.start, due) + 1;
        long length = ChronoUnit.DAYS.between(current.start, current.end) + 1;
        return gone * 3 <= length ? current.previous(years) : current;
    }

    static Period batch(int number, LocalDate day) {
        return new Period(PeriodKind.BATCH, day.getYear(), number, day, day);
    }

    private static Period numbered(PeriodKind kind, int year, int number, ReportingYear years) {
        LocalDate start = years.firstDayOf(year).plusMonths((number - 1L) * kind.months());
        return new Period(
                kind, year, number, start, start.plusMonths(kind.months()).minusDays(1));
    }

    private Period previous(ReportingYear years) {
        return holding(start.minusDays(1), kind, years);
    }

    /** Stable and sortable among periods of one kind: {@code 2020-Q2}, {@code 2020-06}, {@code 2020-W23}. */
    public String key() {
        return switch (kind) {
            case DAY, BATCH -> end.toString();
            case WEEK -> "%d-W%02d".formatted(year, number);
            case MONTH -> "%d-%02d".formatted(year, number);
            case QUARTER -> "%d-Q%d".formatted(year, number);
            case HALF_YEAR -> "%d-H%d".formatted(year, number);
            case NINE_MONTHS -> "%d-9M".formatted(year);
            case YEAR -> Integer.toString(year);
        };
    }

    public String label(Language language) {
        return switch (kind) {
            case DAY -> language.t("Ngày " + Dates.written(end), Dates.written(end));
            case BATCH ->
                language.t(
                        "Đợt " + number + " (đến " + Dates.written(end) + ")",
                        "Batch " + number + " (to " + Dates.written(end) + ")");
            case WEEK -> language.t("Tuần " + number + "/" + year, "Week " + number + "/" + year);
            case MONTH -> language.t("Tháng " + number + "/" + year, "Month " + number + "/" + year);
            case QUARTER -> language.t("Quý " + ROMAN[number - 1] + "/" + year, "Q" + number + " " + year);
            case HALF_YEAR ->
                number == 1
                        ? language.t("6 tháng đầu năm " + year, "First half of " + year)
                        : language.t("6 tháng cuối năm " + year, "Second half of " + year);
            case NINE_MONTHS -> language.t("9 tháng đầu năm " + year, "First nine months of " + year);
            case YEAR -> language.t("Năm " + year, "Year " + year);
        };
    }
}
