package vn.nhipcau.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import vn.nhipcau.calendar.Recurrence.Frequency;
import vn.nhipcau.calendar.Recurrence.Weekday;
import vn.nhipcau.web.Language;

/** Says a recurrence in the words of directives: “hằng quý, ngày 10 của tháng cuối quý”. */
final class RecurrenceWords {
    /** Said after the day; read back by {@link RecurrencePhrase}. */
    static final String SHORT_MONTH = "tháng thiếu ngày thì lấy ngày cuối tháng";

    /** Which month of each quarter: the months, the Vietnamese and the English of it. */
    private record MonthOfQuarter(Set<Integer> months, String vietnamese, String english) {}

    private static final List<MonthOfQuarter> QUARTERS = List.of(
            new MonthOfQuarter(Set.of(3, 6, 9, 12), "tháng cuối quý", "the quarter's last month"),
            new MonthOfQuarter(Set.of(1, 4, 7, 10), "tháng đầu quý", "the quarter's first month"),
            new MonthOfQuarter(Set.of(2, 5, 8, 11), "tháng giữa quý", "the quarter's second month"));

    private final Recurrence rule;
    private final Language language;
    /** Months that narrow the rule; none when the rule comes in every month. */
    private final SortedSet<Integer> months;

    private RecurrenceWords(Recurrence rule, Language language) {
        this.rule = rule;
        this.language = language;
        this.months = rule.months().size() == 12 ? java.util.Collections.emptySortedSet() : rule.months();
    }

    static String of(Recurrence rule, Language language) {
        return new RecurrenceWords(rule, language).say();
    }

    private String say() {
        List<String> parts = new ArrayList<>();
        MonthOfQuarter quarter = QUARTERS.stream()
                .filter(candidate -> rule.interval() == 1 && candidate.months().equals(months))
                .findAny()
                .orElse(null);
        if (rule.frequency() == Frequency.WEEKLY || rule.frequency() == Frequency.DAILY) {
            parts.add(every());
            parts.addAll(days());
            if (!months.isEmpty()) {
                parts.add(t("các tháng ", "in months ")
                        + joined(months.stream().map(Object::toString).toList()));
            }
        } else if (quarter != null) {
            parts.add(t("hằng quý", "quarterly"));
            boolean lastDay = rule.monthDays().isEmpty() && rule.weekdays().isEmpty();
            if (!lastDay) {
                parts.add(joined(days()) + t(" của " + quarter.vietnamese(), " of " + quarter.english()));
            } else if (!quarter.months().contains(12)) {
                parts.add(t("hết " + quarter.vietnamese(), "by the end of " + quarter.english()));
            }
        } else if (months.isEmpty()) {
            parts.add(every());
            parts.addAll(days());
        } else if (rule.interval() == 1
                && rule.monthDays().isEmpty()
                && rule.weekdays().isEmpty()
                && months.equals(Set.of(6, 12))) {
            parts.add(t("6 tháng một lần", "every 6 months"));
        } else {
            parts.add(
                    rule.interval() == 1 || rule.frequency() == Frequency.MONTHLY ? t("hằng năm", "yearly") : every());
            parts.add(inMonths());
        }
        if (rule.meetsShortMonths()) {
            parts.add(t(SHORT_MONTH, "or the last day of a shorter month"));
        }
        if (rule.count() != null) {
            parts.add(t(rule.count() + " lần", rule.count() + " times"));
        }
        if (rule.until() != null) {
            parts.add(t("đến ngày ", "until ") + Dates.written(rule.until()));
        }
        return String.join(", ", parts);
    }

    private String every() {
        boolean monthly = rule.frequency() == Frequency.MONTHLY
                || (rule.frequency() == Frequency.YEARLY
                        && (rule.months().size() == 12 || !rule.monthDays().isEmpty()));
        Frequency frequency = monthly && rule.interval() == 1 ? Frequency.MONTHLY : rule.frequency();
        if (rule.interval() == 1) {
            return switch (frequency) {
                case DAILY -> t("hằng ngày", "daily");
                case WEEKLY -> t("hằng tuần", "weekly");
                case MONTHLY -> t("hằng tháng", "monthly");
                case YEARLY -> t("hằng năm", "yearly");
            };
        }
        int n = rule.interval();
        return switch (frequency) {
            case DAILY -> t(n + " ngày một lần", "every " + n + " days");
            case WEEKLY -> t(n + " tuần một lần", "every " + n + " weeks");
            case MONTHLY -> t(n + " tháng một lần", "every " + n + " months");
            case YEARLY -> t(n + " năm một lần", "every " + n + " years");
        };
    }

    private List<String> days() {
        List<String> days = new ArrayList<>();
        for (Weekday weekday : rule.weekdays()) {
            days.add(weekday(weekday));
        }
        for (int day : rule.monthDays()) {
            days.add(monthDay(day));
        }
        return days.size() < 2 ? days : List.of(joined(days));
    }

    private String inMonths() {
        boolean plainDays = rule.weekdays().isEmpty()
                && !rule.monthDays().isEmpty()
                && rule.monthDays().stream().allMatch(day -> day > 0);
        if (plainDays) {
            return t("ngày ", "on ")
                    + joined(months.stream()
                            .flatMap(month -> rule.monthDays().stream().map(day -> date(day, month)))
                            .toList());
        }
        String names = joined(months.stream()
                .map(month -> t(
                        "tháng " + month,
                        LocalDate.of(2000, month, 1).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList());
        if (rule.weekdays().isEmpty() && rule.monthDays().isEmpty()) {
            return t("hết " + names, "by the end of " + names);
        }
        return joined(days()) + t(" của ", " of ") + names;
    }

    /** Days below ten and the first two months are padded, as Nghị định 30/2020/NĐ-CP writes dates. */
    private static String date(int day, int month) {
        return "%02d/%s".formatted(day, month < 3 ? "0" + month : Integer.toString(month));
    }

    private String monthDay(int day) {
        if (day > 0) {
            return t("ngày %02d".formatted(day), "day " + day);
        }
        return day == -1
                ? t("ngày cuối tháng", "the last day of the month")
                : t("ngày thứ " + -day + " tính từ cuối tháng", "day " + -day + " from the month's end");
    }

    private String weekday(Weekday weekday) {
        DayOfWeek day = weekday.day();
        String vietnamese = Dates.WEEKDAYS.get(day.getValue() - 1);
        String english = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (weekday.ordinal()) {
            case 0 -> t(vietnamese, english);
            case 1 -> t(vietnamese + " đầu tiên", "the first " + english);
            case -1 -> t(vietnamese + " cuối cùng", "the last " + english);
            default ->
                weekday.ordinal() > 0
                        ? t(vietnamese + " lần thứ " + weekday.ordinal(), english + " number " + weekday.ordinal())
                        : t(
                                vietnamese + " lần thứ " + -weekday.ordinal() + " tính từ cuối",
                                english + " number " + -weekday.ordinal() + " from the end");
        };
    }

    private String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : parts.subList(0, last).stream().collect(Collectors.joining(", "))
                        + t(" và ", " and ")
                        + parts.get(last);
    }

    private String t(String vietnamese, String english) {
        return language.t(vietnamese, english);
    }
}
