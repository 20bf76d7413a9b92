package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day of a month or of a year beside a beat: “ngày 25”, “ngày 15/6”, “ngày 10 của tháng cuối quý”.
 *
 * @param months as BYMONTH has them
 * @param own the beat that the words beside the day tell by themselves: “tháng cuối quý”, “tháng sau”
 */
record RhythmDay(int day, @Nullable String months, Beat.@Nullable Length own, int from, int to) {
    private static final Pattern DAY = Pattern.compile(
            "(?:ngày|trước|mùng|(?<=/\\d{1,2} )và|(?<=/\\d{1,2}),|(?<=ngày \\d{1,2} )đến) (?<day>\\d{1,2})(?:"
                    + " ?(?:/|tháng) ?(?<month>\\d{1,2})(?!\\d)(?! ?(?:/|năm) ?20)"
                    + "| (?:của )?(?<last>tháng cuối)(?: cùng)?(?: của)?(?: mỗi| từng| hằng| hàng)? quý"
                    + "| (?:của )?(?<first>tháng đầu)(?: tiên)?(?: của)?(?: mỗi)? quý(?: sau| tiếp theo| kế tiếp)?"
                    + "|(?<monthly>(?: của)? tháng (?:báo cáo|sau|kế tiếp|tiếp theo|liền kề))"
                    + "|(?: của)?(?: (?:tháng|hằng tháng|hàng tháng|mỗi tháng))?(?<plain>(?= |[,;.)]|$)))");
    /** “từ ngày 15 đến ngày 20 hằng tháng” is due at its end. */
    private static final Pattern OPENS_DAYS =
            Pattern.compile(" ?(?:đến|-)(?: hết)?(?: ngày)? \\d{1,2}(?! ?(?:/|tháng \\d))");
    /** “(số liệu tính đến ngày 14/6)”: until when is counted, not when is reported. */
    private static final Pattern COUNTED_UNTIL =
            Pattern.compile("(?:tính đến|chốt(?: số liệu)?(?: đến| vào)?|từ)(?: hết)? $");

    private static final int NEAR = 300;

    /** All days of a folded text, in their order. */
    static List<RhythmDay> in(String folded) {
        List<RhythmDay> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(folded);
        while (matcher.find()) {
            int day = Integer.parseInt(matcher.group("day"));
            boolean counted = OPENS_DAYS
                            .matcher(folded)
                            .region(matcher.end("day"), folded.length())
                            .lookingAt()
                    || COUNTED_UNTIL
                            .matcher(folded.substring(Math.max(0, matcher.start() - 20), matcher.start()))
                            .find();
            if (day < 1 || day > 31 || counted) {
                continue;
            }
            String months = matcher.group("month") != null
                    ? String.valueOf(Integer.parseInt(matcher.group("month")))
                    : matcher.group("last") != null ? "3,6,9,12" : matcher.group("first") != null ? "1,4,7,10" : null;
            Beat.Length own = matcher.group("monthly") != null
                    ? Beat.Length.MONTH
                    : months != null && months.contains(",") ? Beat.Length.QUARTER : null;
            days.add(new RhythmDay(day, months, own, matcher.start(), matcher.end()));
        }
        return days;
    }

    /** The days nearest to a beat: in brackets behind it, or before it, with no other beat between. */
    static List<RhythmDay> of(Beat beat, List<Beat> beats, List<RhythmDay> days, String folded) {
        List<RhythmDay> own = new ArrayList<>();
        for (RhythmDay day : days) {
            if (!day.fits(beat.length())) {
                continue;
            }
            Beat nearest = null;
            int distance = NEAR;
            for (Beat other : beats) {
                if (!day.fits(other.length())) {
                    continue;
                }
                int gap = gap(folded, other, day);
                int stop = separators(folded, Math.min(day.to(), other.to()), Math.max(day.from(), other.from()));
                int far = gap + stop * 200;
                if (far < distance) {
                    distance = far;
                    nearest = other;
                }
            }
            if (nearest == beat) {
                own.add(day);
            }
        }
        return own;
    }

    /** How far a beat is from a day; a bracket that closes between them parts them. */
    private static int gap(String folded, Beat beat, RhythmDay day) {
        if (day.from() >= beat.to()) {
            return day.from() - beat.to();
        }
        if (day.to() > beat.from()) {
            return 0;
        }
        // “… ngày 22, quý …”: what follows a comma has a day of its own.
        boolean next = folded.charAt(beat.from()) == ','
                || folded.substring(day.to(), beat.from()).indexOf(')') >= 0;
        int bracket = next ? 30 : 0;
        return beat.from() - day.to() + bracket;
    }

    private static int separators(String folded, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (folded.charAt(i) == ';' || folded.startsWith(". ", i)) {
                count++;
            }
        }
        return count;
    }

    private boolean fits(Beat.Length length) {
        return switch (length) {
            case DAY, WEEK -> false;
            case MONTH -> months == null;
            case QUARTER -> months == null || months.contains(",");
            case HALF, NINE, YEAR -> months != null && !months.contains(",");
        };
    }

    /** The rule of a beat on this day. */
    String rule(Beat.Length length) {
        return switch (length) {
            case MONTH -> "FREQ=MONTHLY;BYMONTHDAY=" + day;
            case QUARTER -> "FREQ=YEARLY;BYMONTH=" + (months == null ? "3,6,9,12" : months) + ";BYMONTHDAY=" + day;
            case HALF, NINE, YEAR -> "FREQ=YEARLY;BYMONTH=" + months + ";BYMONTHDAY=" + day;
            case DAY, WEEK -> length == Beat.Length.DAY ? "FREQ=DAILY" : "FREQ=WEEKLY";
        };
    }
}
