package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rhythms into RFC 5545 rules: a word of rhythm (“hằng quý”, “định kỳ 6 tháng”) with the day that stands beside
 * it (“ngày 10 của tháng cuối quý”, “trước ngày 15/12”).
 */
final class RhythmReader {
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
    private static final Pattern ON_WEEKDAY = Pattern.compile("(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)$");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:thứ (?<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ nhật))(?: \\p{L}+){0,3}");
    /** “kế hoạch hằng năm”: what comes every year is the thing, not the work on it. */
    private static final Pattern ADJECTIVE_BEFORE = Pattern.compile(
            "(?:kế hoạch|chương trình|ngân sách|tổng kết|nhiệm vụ|chỉ tiêu|trợ cấp|phụ cấp|lương|phân bổ|giao|xếp loại|xếp hạng|hưởng|tặng|hội|điều kiện|mức|chi|kinh phí|công việc|đời sống|báo cáo|theo|hành chính|sự nghiệp|thường xuyên|cán bộ|để tặng|tuyển|xã hội|đối tượng|tiền|công tác|toàn khóa) ?$");

    /** “lập dự toán kinh phí hằng năm”, “xây dựng kế hoạch thực hiện hằng năm”: what is made anew every year. */
    private static final Pattern YEARLY_PLAN = Pattern.compile(
            "(?:^|[ ,;])(?:xây dựng|lập|ban hành|xác định|tham mưu|đề xuất|phê duyệt)(?: (?!(?:trong|từ|vào|theo|được|tại|trên|để|nhằm)(?: |$))[^ .;:]+){0,24}? (?:kế hoạch|chương trình|dự toán|chỉ tiêu|nhiệm vụ)(?: (?!(?:trong|từ|vào|theo|được|tại|trên|để|nhằm)(?: |$))[^ .;:]+){0,6}$|^dự toán [^.;:]{0,40}$");

    /** “thực hiện báo cáo hằng tháng” */
    private static final Pattern DELIVERS_REPORT = Pattern.compile("(?:thực hiện|gửi|nộp|lập)(?: chế độ)? báo cáo$");

    private static final Pattern WORK = Pattern.compile(
            "định kỳ|báo cáo|gửi|giao ban|hội ý|tổ chức|rà soát|họp|lần|kiểm tra|tổng hợp|xây dựng|đánh giá|cập nhật|lập|sao lưu|đăng|tổng kết|sơ kết|tập huấn|bồi dưỡng");
    /** “mỗi quý có ít nhất 04 tin”: how much each time. */
    private static final Pattern EACH_TIME = Pattern.compile(
            "(?:có |đạt |tổ chức |thực hiện |phải |giảm |tăng |được )?(?:ít nhất|tối thiểu|trên|từ|bình quân|thêm|tối đa)? ?(?:\\d|một |hai |ba )");

    private static final Pattern DELIVERED = Pattern.compile("(?:gửi|báo cáo|về|cho|với|và đột xuất|hoặc|để|nhằm) ");
    private static final Pattern DONE =
            Pattern.compile("(?:đăng tải|báo cáo|cập nhật|tổ chức|kiểm tra|họp|gửi|rà soát|duy trì|tiến hành) ?$");

    private RhythmReader() {}

    /** @param regions stretches of the passage that are part of a rhythm and no date of their own */
    record Rhythms(List<String> rules, List<int[]> regions, int at) {
        static final Rhythms NONE = new Rhythms(List.of(), List.of(), -1);
    }

    static Rhythms read(Passage passage, boolean period, boolean targets) {
        String folded = passage.folded();
        List<Beat> beats = Beat.in(folded);
        boolean ofPeriods = folded.contains("tháng ") && DAY_OF_PERIOD.stream().anyMatch(folded::contains);
        if (beats.isEmpty() && !ofPeriods) {
            return Rhythms.NONE;
        }
        List<RhythmDay> days = RhythmDay.in(folded);
        Set<String> rules = new LinkedHashSet<>();
        List<int[]> regions = new ArrayList<>();
        int at = -1;
        for (Beat beat : beats) {
            List<RhythmDay> own = RhythmDay.of(beat, beats, days, folded);
            boolean counts = !own.isEmpty() || (!beat.bare() && (period || counts(folded, beat, targets)));
            if (!counts) {
                continue;
            }
            int[] months = own.isEmpty() && beat.length() == Beat.Length.YEAR ? monthsOf(beat, folded) : NO_REGION;
            if (months != NO_REGION) {
                rules.add("FREQ=YEARLY;BYMONTH=" + month(folded.substring(months[0], months[1])));
                regions.add(months);
            } else if (own.isEmpty()) {
                rules.add(alone(beat, folded));
            }
            for (RhythmDay day : own) {
                rules.add(day.rule(beat.length()));
                regions.add(new int[] {day.from(), day.to()});
            }
            regions.add(new int[] {beat.from(), beat.to()});
            at = at < 0 ? beat.from() : at;
        }
        for (RhythmDay day : days) {
            boolean alone = day.own() != null
                    && beats.stream().noneMatch(beat -> beat.length() == day.own())
                    && regions.stream().noneMatch(region -> region[0] == day.from());
            if (alone) {
                rules.add(day.rule(day.own()));
                regions.add(new int[] {day.from(), day.to()});
                at = at < 0 ? day.from() : at;
            }
        }
        return rules.isEmpty() ? Rhythms.NONE : new Rhythms(List.copyOf(rules), regions, at);
    }

    private static int[] monthsOf(Beat year, String folded) {
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

    private static String alone(Beat beat, String folded) {
        if (beat.length() == Beat.Length.WEEK) {
            Matcher weekday = WEEKDAY.matcher(
                    folded.substring(Math.max(0, beat.from() - 30), Math.min(folded.length(), beat.to() + 20)));
            if (weekday.find()) {
                String name = weekday.group("name");
                return "FREQ=WEEKLY;BYDAY="
                        + (name == null ? "SU" : WEEKDAYS.getOrDefault(name, name.equals("6") ? "FR" : "SA"));
            }
        }
        return beat.rule();
    }

    private static boolean counts(String folded, Beat beat, boolean targets) {
        String before = folded.substring(0, beat.from()).strip();
        String after = folded.substring(beat.to()).strip();
        boolean opens = before.isEmpty()
                || before.endsWith("định kỳ")
                || ",;.:(".indexOf(before.charAt(before.length() - 1)) >= 0;
        boolean listed = after.startsWith(",") && Beat.opens(after.substring(1).strip());
        if (opens && !(listed && !before.endsWith("định kỳ"))) {
            return WORK.matcher(folded).find() || before.isEmpty();
        }
        if (beat.length() == Beat.Length.YEAR && monthsOf(beat, folded) != NO_REGION) {
            return true;
        }
        if (beat.length() == Beat.Length.WEEK && ON_WEEKDAY.matcher(before).find()) {
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
        if (beat.length() == Beat.Length.YEAR && YEARLY_PLAN.matcher(before).find() && !after.startsWith("được")) {
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
