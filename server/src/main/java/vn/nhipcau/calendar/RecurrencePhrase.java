package vn.nhipcau.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.calendar.Recurrence.Frequency;
import vn.nhipcau.calendar.Recurrence.Weekday;

/**
 * Understands a recurrence typed in the words of directives: “định kỳ hằng quý, trước ngày 10 của tháng cuối quý”, “thứ Sáu
 * hằng tuần”, “hằng năm, ngày 15/6 và 25/11”. Takes off what it knows; anything left over is refused by name.
 */
final class RecurrencePhrase {
    private static final Map<String, List<Integer>> MONTHS_OF_QUARTER = Map.of(
            "đầu", List.of(1, 4, 7, 10),
            "giữa", List.of(2, 5, 8, 11),
            "cuối", List.of(3, 6, 9, 12));
    private static final List<String> WEEKDAYS =
            List.of("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật");

    private static final Pattern UNTIL = Pattern.compile("đến (?:hết )?(?:ngày )?(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern COUNT = Pattern.compile("(?<!mỗi )\\b(\\d{1,4}) lần(?! thứ)");
    private static final Pattern EVERY_SO_MANY =
            Pattern.compile("(?:mỗi |cứ )?(\\d{1,3}) (ngày|tuần|tháng|năm) (?:một|1) lần");
    private static final Pattern HALF_YEARLY = Pattern.compile("(?:hằng |mỗi )?(?:6|06|sáu) tháng");
    private static final Pattern EVERY = Pattern.compile("(?:hằng|mỗi) (ngày|tuần|tháng|quý|năm)");
    private static final Pattern MONTH_OF_QUARTER = Pattern.compile("tháng (đầu|giữa|cuối)(?: của)?(?: mỗi)? quý");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(" + String.join("|", WEEKDAYS) + ")(?: (đầu tiên|cuối cùng)| lần thứ (\\d{1,2})( tính từ cuối)?)?");
    private static final Pattern FROM_END = Pattern.compile("ngày thứ (\\d{1,2}) tính từ cuối tháng");
    private static final Pattern LAST_DAY = Pattern.compile("ngày cuối(?: cùng)?(?: của)?(?: tháng)?");
    /** Goes without saying. */
    private static final Pattern SHORT_MONTH = Pattern.compile(RecurrenceWords.SHORT_MONTH);

    private static final Pattern DATE = Pattern.compile("(?:ngày )?(\\d{1,2})(?:/| tháng )(\\d{1,2})");
    private static final Pattern DAY =
            Pattern.compile("ngày (\\d{1,2}(?:(?:, | và )(?:ngày )?\\d{1,2}(?!\\d*/| tháng \\d))*)");
    private static final Pattern MONTH = Pattern.compile("tháng (\\d{1,2})");
    private static final Pattern SMALL_WORDS = Pattern.compile(
            "\\b(?:định kỳ|vào|của|trước|chậm nhất|là|và|hết|trong|các|báo cáo|gửi|theo)(?= |,|$)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private String rest;
    private final TreeSet<Integer> months = new TreeSet<>();
    private final TreeSet<Integer> monthDays = new TreeSet<>();
    private final TreeSet<Weekday> weekdays = new TreeSet<>();
    private @Nullable Frequency frequency;
    private int interval = 1;

    private RecurrencePhrase(String phrase) {
        this.rest = Normalizer.normalize(phrase, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("hàng", "hằng")
                .replace("quí", "quý")
                .replace("kì", "kỳ")
                .replaceAll("[\\s.;]+", " ")
                .strip();
    }

    static Recurrence read(String phrase) {
        return new RecurrencePhrase(phrase).read();
    }

    private Recurrence read() {
        String whole = rest;
        MatchResult untilPart = take(UNTIL);
        LocalDate until = untilPart == null ? null : until(untilPart);
        MatchResult soMany = take(EVERY_SO_MANY);
        MatchResult countPart = take(COUNT);
        readRhythm(soMany);
        readDays();
        if (frequency == null) {
            throw refused(whole, "chưa nêu nhịp: hằng ngày, hằng tuần, hằng tháng, hằng quý, 6 tháng hoặc hằng năm");
        }
        String unknown = SMALL_WORDS
                .matcher(rest)
                .replaceAll("")
                .replaceAll("[\\s,]+", " ")
                .strip();
        if (!unknown.isEmpty()) {
            throw refused(unknown, "chưa hiểu phần này; có thể viết như “hằng quý, ngày 10 của tháng cuối quý”");
        }
        Recurrence rule = new Recurrence(
                frequency,
                interval,
                months,
                monthDays,
                weekdays,
                countPart == null ? null : Integer.valueOf(countPart.group(1)),
                until,
                null);
        // The other reader knows what may stand together and within which bounds.
        return RecurrenceText.readRule(rule.toString());
    }

    private void readRhythm(@Nullable MatchResult soMany) {
        if (soMany != null) {
            interval = Integer.parseInt(soMany.group(1));
            boolean halfYearly = interval == 6 && "tháng".equals(soMany.group(2));
            frequency = halfYearly
                    ? Frequency.YEARLY
                    : switch (soMany.group(2)) {
                        case "ngày" -> Frequency.DAILY;
                        case "tuần" -> Frequency.WEEKLY;
                        case "tháng" -> Frequency.MONTHLY;
                        default -> Frequency.YEARLY;
                    };
            if (halfYearly) {
                interval = 1;
                months.addAll(List.of(6, 12));
            }
            return;
        }
        if (take(HALF_YEARLY) != null) {
            frequency = Frequency.YEARLY;
            months.addAll(List.of(6, 12));
            return;
        }
        MatchResult every = take(EVERY);
        if (every == null) {
            return;
        }
        frequency = switch (every.group(1)) {
            case "ngày" -> Frequency.DAILY;
            case "tuần" -> Frequency.WEEKLY;
            case "tháng" -> Frequency.MONTHLY;
            default -> Frequency.YEARLY;
        };
        if ("quý".equals(every.group(1))) {
            MatchResult month = take(MONTH_OF_QUARTER);
            months.addAll(MONTHS_OF_QUARTER.get(month == null ? "cuối" : month.group(1)));
        }
    }

    private void readDays() {
        take(SHORT_MONTH);
        for (MatchResult day = take(FROM_END); day != null; day = take(FROM_END)) {
            monthDays.add(-Integer.parseInt(day.group(1)));
        }
        for (MatchResult weekday = take(WEEKDAY); weekday != null; weekday = take(WEEKDAY)) {
            weekdays.add(weekday(weekday));
        }
        if (take(LAST_DAY) != null) {
            monthDays.add(-1);
        }
        boolean namesMonths = false;
        for (MatchResult date = take(DATE); date != null; date = take(DATE)) {
            if (!namesMonths) {
                months.clear();
                namesMonths = true;
            }
            monthDays.add(Integer.parseInt(date.group(1)));
            months.add(Integer.parseInt(date.group(2)));
        }
        if (monthDays.stream().filter(day -> day > 0).count() > 1 && months.size() > 1) {
            throw refused(
                    rest.isEmpty() ? "ngày" : rest,
                    "mỗi quy tắc chỉ một ngày trong tháng; hãy tách thành nhiều quy tắc");
        }
        for (MatchResult days = take(DAY); days != null; days = take(DAY)) {
            Matcher number = Pattern.compile("\\d+").matcher(days.group(1));
            number.results().forEach(day -> monthDays.add(Integer.parseInt(day.group())));
        }
        for (MatchResult month = take(MONTH); month != null; month = take(MONTH)) {
            months.add(Integer.parseInt(month.group(1)));
        }
    }

    private static Weekday weekday(MatchResult found) {
        DayOfWeek day = DayOfWeek.of(WEEKDAYS.indexOf(found.group(1)) + 1);
        if (found.group(2) != null) {
            return new Weekday("đầu tiên".equals(found.group(2)) ? 1 : -1, day);
        }
        if (found.group(3) == null) {
            return new Weekday(0, day);
        }
        int ordinal = Integer.parseInt(found.group(3));
        return new Weekday(found.group(4) == null ? ordinal : -ordinal, day);
    }

    private static LocalDate until(MatchResult found) {
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(1)));
        } catch (DateTimeException e) {
            throw refused(found.group(), "không có ngày này");
        }
    }

    private @Nullable MatchResult take(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return null;
        }
        MatchResult found = matcher.toMatchResult();
        rest = (rest.substring(0, found.start()) + " " + rest.substring(found.end()))
                .replaceAll(" +", " ")
                .strip();
        return found;
    }

    private static vn.nhipcau.web.Refusal refused(String part, String vietnamese) {
        return RecurrenceText.refused(
                part, vietnamese, "not understood; write “hằng quý, ngày 10 của tháng cuối quý” or an RRULE");
    }
}
