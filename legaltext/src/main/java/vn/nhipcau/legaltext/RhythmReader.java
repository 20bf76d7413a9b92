package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rhythms into RFC 5545 rules: a word of rhythm (“hằng quý”, “định kỳ 6 tháng”) with the day that stands beside
 * it (“ngày 10 của tháng cuối quý”, “trước ngày 15/12”).
 */
final class RhythmReader {
    private enum Beat {
        DAY("FREQ=DAILY", "FREQ=DAILY"),
        WEEK("FREQ=WEEKLY", "FREQ=WEEKLY"),
        MONTH("FREQ=MONTHLY", "FREQ=MONTHLY"),
        QUARTER("FREQ=YEARLY;BYMONTH=3,6,9,12", "FREQ=YEARLY;BYMONTH=3,6,9,12"),
        HALF("FREQ=YEARLY;BYMONTH=6,12", "FREQ=YEARLY;BYMONTH=6"),
        NINE("FREQ=YEARLY;BYMONTH=9", "FREQ=YEARLY;BYMONTH=9"),
        YEAR("FREQ=YEARLY", "FREQ=YEARLY");

        private final String alone;
        private final String withDay;

        Beat(String alone, String withDay) {
            this.alone = alone;
            this.withDay = withDay;
        }
    }

    private static final Map<String, Beat> UNITS =
            Map.of("ngày", Beat.DAY, "tuần", Beat.WEEK, "tháng", Beat.MONTH, "quý", Beat.QUARTER, "năm", Beat.YEAR);

    private static final String HALF_YEAR =
            "(?<![\\d/])(?:0?6|sáu)(?: ?\\(sáu\\))? tháng(?! (?:tuổi|tiếp|đầu năm 20|cuối năm 20|lương))";
    private static final Pattern BEAT = Pattern.compile(
            "(?:(?<![a-zà-ỹđ])|(?=,))(?=[0-9hmtqsnđb,])(?:(?:hằng|hàng|mỗi|từng) (?<every>ngày|tuần|tháng|quý|năm)(?! \\d)(?! học)"
                    + "|(?:\\d{1,2}|một|hai|ba|bốn)(?: ?\\(\\p{L}+\\))? lần ?(?:/|trong|một|mỗi|trong một|trên)(?: ?(?:0?1|một))? ?(?<per>ngày|tuần|tháng|quý|năm)(?! \\d)(?! đầu| cuối)"
                    + "|(?<count>0?[2-9]|1\\d|hai|ba) (?<unit>tuần|tháng|năm) ?(?:/ ?(?:(?:0?1|một) )?|(?:0?1|một) )lần|định kỳ (?<regular>0?3) tháng"
                    + "|(?<!\\d)(?:0?1|một)? ?(?<once>ngày|tuần|tháng|quý|năm) ?(?:/ ?(?:0?1 )?lần|(?:0?1|một) lần)"
                    + "|\\d{1,2} (?:cuộc|lớp|hội nghị|đợt|kỳ|buổi|phiên|tin|bài|bản tin)(?:,? \\p{L}+){0,2} ?/ ?(?<each>tuần|tháng|quý|năm)"
                    + "|(?<half>" + HALF_YEAR + ")|(?<nine>0?9 tháng(?! (?:tuổi|đầu năm 20)))"
                    + "|(?:định kỳ|báo cáo:?|, ) ?(?<bare>tuần|tháng|quý|năm)(?= ?(?:\\(|,|;|\\.|và|trước ngày|ngày|gửi|về|$)))");
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

    private static final List<String> DAY_OF_PERIOD = List.of(
            "tháng cuối",
            "tháng đầu",
            "tháng báo cáo",
            "tháng sau",
            "tháng kế tiếp",
            "tháng tiếp theo",
            "tháng liền kề");
    /** “vào tháng 11 hằng năm”, “hằng năm, vào quý IV”: the month of what comes every year. */
    private static final Pattern MONTH_BEFORE =
            Pattern.compile("(?<month>tháng (?:1[0-2]|0?[1-9])|quý (?:iv|iii|ii|i|[1-4]))(?: của)? $");

    private static final Pattern MONTH_AFTER = Pattern.compile(
            "[ ,(]*(?:(?:vào|trong|trước|chậm nhất|đến|cuối|đầu|hết) ){0,3}(?<month>tháng (?:1[0-2]|0?[1-9])|quý (?:iv|iii|ii|i|[1-4]))(?![\\d/])(?! ?(?:/|năm ?\\d))");
    private static final int[] NO_REGION = {};
    private static final Map<String, String> WEEKDAYS = Map.of(
            "hai", "MO", "ba", "TU", "tư", "WE", "năm", "TH", "sáu", "FR", "bảy", "SA", "2", "MO", "3", "TU", "4", "WE",
            "5", "TH");
    private static final Pattern EACH_PERIOD = Pattern.compile("\\p{L} ?/ ?(?:tuần|tháng|quý|năm)");
    private static final Pattern ON_WEEKDAY = Pattern.compile("(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)$");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:thứ (?<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ nhật))(?: \\p{L}+){0,3}");
    /** “kế hoạch hằng năm”: what comes every year is the thing, not the work on it. */
    private static final Pattern ADJECTIVE_BEFORE = Pattern.compile(
            "(?:kế hoạch|chương trình|ngân sách|tổng kết|nhiệm vụ|chỉ tiêu|trợ cấp|phụ cấp|lương|phân bổ|giao|xếp loại|xếp hạng|hưởng|tặng|hội|điều kiện|mức|chi|kinh phí|công việc|đời sống|báo cáo|theo|hành chính|sự nghiệp|thường xuyên|cán bộ|để tặng|tuyển|xã hội|đối tượng|tiền|công tác|toàn khóa) ?$");

    /** “lập dự toán kinh phí hằng năm”, “xây dựng kế hoạch thực hiện hằng năm”: what is made anew every year. */
    private static final Pattern YEARLY_PLAN = Pattern.compile(
            "(?:^|[ ,;])(?:xây dựng|lập|ban hành|xác định|tham mưu|đề xuất|phê duyệt)(?: (?!(?:trong|từ|vào|theo|được|tại|trên|để|nhằm)(?: |$))[^ .;:]+){0,24}? (?:kế hoạch|chương trình|dự toán|chỉ tiêu|nhiệm vụ)(?: (?!(?:trong|từ|vào|theo|được|tại|trên|để|nhằm)(?: |$))[^ .;:]+){0,6}$");

    /** “thực hiện báo cáo hằng tháng” */
    private static final Pattern DELIVERS_REPORT = Pattern.compile("(?:thực hiện|gửi|nộp|lập)(?: chế độ)? báo cáo$");

    private static final Pattern WORK = Pattern.compile(
            "định kỳ|báo cáo|gửi|giao ban|hội ý|tổ chức|rà soát|họp|lần|kiểm tra|tổng hợp|xây dựng|đánh giá|cập nhật|lập|sao lưu|đăng|tổng kết|sơ kết|tập huấn|bồi dưỡng");
    /** “mỗi quý có ít nhất 04 tin”: how much each time. */
    private static final Pattern EACH_TIME = Pattern.compile(
            "(?:có |đạt |tổ chức |thực hiện |phải |giảm |tăng |được )?(?:ít nhất|tối thiểu|trên|từ|bình quân|thêm|tối đa)? ?\\d");

    private static final Pattern DELIVERED = Pattern.compile("(?:gửi|báo cáo|về|cho|với|và đột xuất|hoặc) ");
    private static final Pattern DONE =
            Pattern.compile("(?:đăng tải|báo cáo|cập nhật|tổ chức|kiểm tra|họp|gửi|rà soát|duy trì|tiến hành) ?$");
    private static final int NEAR = 300;

    private RhythmReader() {}

    /** @param interval of beats, as “03 tháng/lần” has it */
    private record Found(Beat beat, int interval, int from, int to, boolean bare) {}

    /** @param own the beat that the words beside the day tell by themselves: “tháng cuối quý”, “tháng sau” */
    private record Day(
            int day, @Nullable String months, @Nullable Beat own, int from, int to) {}

    /** @param regions stretches of the passage that are part of a rhythm and no date of their own */
    record Rhythms(List<String> rules, List<int[]> regions, int at) {
        static final Rhythms NONE = new Rhythms(List.of(), List.of(), -1);
    }

    static Rhythms read(Passage passage, boolean period, boolean targets) {
        String folded = passage.folded();
        List<Found> beats = beats(folded);
        boolean ofPeriods = DAY_OF_PERIOD.stream().anyMatch(folded::contains);
        if (beats.isEmpty() && !ofPeriods) {
            return Rhythms.NONE;
        }
        List<Day> days = days(folded);
        Set<String> rules = new LinkedHashSet<>();
        List<int[]> regions = new ArrayList<>();
        int at = -1;
        for (Found beat : beats) {
            List<Day> own = daysOf(beat, beats, days, folded);
            boolean counts = !own.isEmpty() || (!beat.bare() && (period || counts(folded, beat, targets)));
            if (!counts) {
                continue;
            }
            int[] months = own.isEmpty() && beat.beat() == Beat.YEAR ? monthsOf(beat, folded) : NO_REGION;
            if (months != NO_REGION) {
                rules.add("FREQ=YEARLY;BYMONTH=" + month(folded.substring(months[0], months[1])));
                regions.add(months);
            } else if (own.isEmpty()) {
                rules.add(weekly(beat.beat(), folded, beat));
            }
            for (Day day : own) {
                rules.add(rule(beat.beat(), day));
                regions.add(new int[] {day.from(), day.to()});
            }
            regions.add(new int[] {beat.from(), beat.to()});
            at = at < 0 ? beat.from() : at;
        }
        for (Day day : days) {
            boolean alone = day.own() != null
                    && beats.stream().noneMatch(beat -> beat.beat() == day.own())
                    && regions.stream().noneMatch(region -> region[0] == day.from());
            if (alone) {
                rules.add(rule(day.own(), day));
                regions.add(new int[] {day.from(), day.to()});
                at = at < 0 ? day.from() : at;
            }
        }
        return rules.isEmpty() ? Rhythms.NONE : new Rhythms(List.copyOf(rules), regions, at);
    }

    private static List<Found> beats(String folded) {
        List<Found> beats = new ArrayList<>();
        boolean candidate = folded.contains("hằng ")
                || folded.contains("hàng ")
                || folded.contains("mỗi ")
                || folded.contains("từng ")
                || folded.contains("định kỳ")
                || folded.contains("lần")
                || folded.contains("báo cáo quý")
                || folded.contains("báo cáo năm")
                || folded.contains("báo cáo tháng")
                || folded.contains("báo cáo tuần")
                || folded.contains("chế độ báo cáo")
                || EACH_PERIOD.matcher(folded).find()
                || folded.contains("6 tháng");
        if (!candidate) {
            return beats;
        }
        boolean regular = folded.contains("định kỳ") || folded.contains("hằng ") || folded.contains("hàng ");
        Matcher matcher = BEAT.matcher(folded);
        while (matcher.find()) {
            Beat beat;
            int interval = 1;
            boolean bare = false;
            if (matcher.group("every") != null) {
                beat = UNITS.get(matcher.group("every"));
            } else if (matcher.group("per") != null) {
                beat = UNITS.get(matcher.group("per"));
            } else if (matcher.group("count") != null) {
                beat = UNITS.get(matcher.group("unit"));
                interval = count(matcher.group("count"));
                // “06 tháng/lần” is said of half-years, which end with June and December.
                if (beat == Beat.MONTH && interval == 6) {
                    beat = Beat.HALF;
                    interval = 1;
                }
            } else if (matcher.group("regular") != null) {
                beat = Beat.MONTH;
                interval = Integer.parseInt(matcher.group("regular"));
            } else if (matcher.group("once") != null) {
                beat = UNITS.get(matcher.group("once"));
            } else if (matcher.group("each") != null) {
                beat = UNITS.get(matcher.group("each"));
            } else if (matcher.group("half") != null) {
                beat = Beat.HALF;
                bare = !isRegularHalf(folded, matcher.start(), matcher.end(), regular);
            } else if (matcher.group("nine") != null) {
                beat = Beat.NINE;
                bare = true;
            } else {
                beat = UNITS.get(matcher.group("bare"));
                bare = !folded.substring(Math.max(0, matcher.start() - 8), matcher.end())
                                .contains("định kỳ")
                        && !afterRegular(folded, matcher.start());
            }
            beats.add(new Found(beat, interval, matcher.start(), matcher.end(), bare));
        }
        return beats;
    }

    private static int count(String printed) {
        return switch (printed) {
            case "hai" -> 2;
            case "ba" -> 3;
            default -> Integer.parseInt(printed);
        };
    }

    private static boolean isRegularHalf(String folded, int from, int to, boolean regular) {
        String before = folded.substring(Math.max(0, from - 24), from);
        String after = folded.substring(to, Math.min(folded.length(), to + 14));
        return before.contains("định kỳ")
                || after.matches("^ ?(?:/ ?(?:0?1 )?lần|(?:0?1|một) lần| một lần).*")
                || (regular && before.matches(".*(?:quý|tháng|năm)[ ,(\\d)/]*(?:và )?$"));
    }

    private static boolean afterRegular(String folded, int at) {
        String before = folded.substring(Math.max(0, at - 40), at);
        return before.contains("định kỳ") || before.contains("hằng ") || before.contains("hàng ");
    }

    private static List<Day> days(String folded) {
        List<Day> days = new ArrayList<>();
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
            Beat own = matcher.group("monthly") != null
                    ? Beat.MONTH
                    : months != null && months.contains(",") ? Beat.QUARTER : null;
            days.add(new Day(day, months, own, matcher.start(), matcher.end()));
        }
        return days;
    }

    /** The days nearest to a beat: in brackets behind it, or before it, with no other beat between. */
    private static List<Day> daysOf(Found beat, List<Found> beats, List<Day> days, String folded) {
        List<Day> own = new ArrayList<>();
        for (Day day : days) {
            if (!fits(beat.beat(), day)) {
                continue;
            }
            Found nearest = null;
            int distance = NEAR;
            for (Found other : beats) {
                if (!fits(other.beat(), day)) {
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
    private static int gap(String folded, Found beat, Day day) {
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

    private static boolean fits(Beat beat, Day day) {
        return switch (beat) {
            case DAY, WEEK -> false;
            case MONTH -> day.months() == null;
            case QUARTER -> day.months() == null || day.months().contains(",");
            case HALF, NINE, YEAR -> day.months() != null && !day.months().contains(",");
        };
    }

    private static String rule(Beat beat, Day day) {
        return switch (beat) {
            case MONTH -> "FREQ=MONTHLY;BYMONTHDAY=" + day.day();
            case QUARTER ->
                "FREQ=YEARLY;BYMONTH=" + (day.months() == null ? "3,6,9,12" : day.months()) + ";BYMONTHDAY="
                        + day.day();
            case HALF, NINE, YEAR -> "FREQ=YEARLY;BYMONTH=" + day.months() + ";BYMONTHDAY=" + day.day();
            case DAY, WEEK -> beat.withDay;
        };
    }

    private static int[] monthsOf(Found year, String folded) {
        int from = Math.max(0, year.from() - 12);
        Matcher before = MONTH_BEFORE.matcher(folded.substring(from, year.from()));
        if (before.find()) {
            return new int[] {from + before.start("month"), from + before.end("month")};
        }
        Matcher after = MONTH_AFTER.matcher(folded).region(year.to(), folded.length());
        return after.lookingAt() ? new int[] {after.start("month"), after.end("month")} : NO_REGION;
    }

    /** Of a quarter its last. */
    private static int month(String printed) {
        String figure = printed.substring(printed.indexOf(' ') + 1);
        return printed.startsWith("quý") ? Calendar.quarter(figure) * 3 : Integer.parseInt(figure);
    }

    private static String weekly(Beat beat, String folded, Found found) {
        if (beat == Beat.WEEK) {
            Matcher weekday = WEEKDAY.matcher(
                    folded.substring(Math.max(0, found.from() - 30), Math.min(folded.length(), found.to() + 20)));
            if (weekday.find()) {
                String name = weekday.group("name");
                return "FREQ=WEEKLY;BYDAY="
                        + (name == null ? "SU" : WEEKDAYS.getOrDefault(name, name.equals("6") ? "FR" : "SA"));
            }
        }
        return found.interval() > 1 ? beat.alone + ";INTERVAL=" + found.interval() : beat.alone;
    }

    private static boolean counts(String folded, Found beat, boolean targets) {
        String before = folded.substring(0, beat.from()).strip();
        String after = folded.substring(beat.to()).strip();
        boolean opens = before.isEmpty()
                || before.endsWith("định kỳ")
                || ",;.:(".indexOf(before.charAt(before.length() - 1)) >= 0;
        boolean listed = after.startsWith(",")
                && BEAT.matcher(after.substring(1).strip()).lookingAt();
        if (opens && !(listed && !before.endsWith("định kỳ"))) {
            return WORK.matcher(folded).find() || before.isEmpty();
        }
        if (beat.beat() == Beat.YEAR && monthsOf(beat, folded) != NO_REGION) {
            return true;
        }
        if (beat.beat() == Beat.WEEK && ON_WEEKDAY.matcher(before).find()) {
            return true;
        }
        // “02 lần/năm”, “01 cuộc/năm”
        String printed = folded.substring(beat.from(), beat.to());
        boolean times = printed.contains("lần") || printed.contains("/");
        if (before.endsWith("định kỳ") || times) {
            return true;
        }
        if (EACH_TIME.matcher(after).lookingAt() && !after.startsWith("20")) {
            return true;
        }
        if (beat.beat() == Beat.YEAR && YEARLY_PLAN.matcher(before).find() && !after.startsWith("được")) {
            return true;
        }
        String near = before.substring(Math.max(0, before.length() - 24));
        if (DELIVERS_REPORT.matcher(near).find()) {
            return true;
        }
        if (ADJECTIVE_BEFORE.matcher(near).find()) {
            return near.contains("định kỳ");
        }
        boolean closes = after.isEmpty()
                || ".;".indexOf(after.charAt(0)) >= 0
                || DELIVERED.matcher(after).lookingAt();
        return (closes && (targets || WORK.matcher(before).find()))
                || DONE.matcher(near).find();
    }
}
