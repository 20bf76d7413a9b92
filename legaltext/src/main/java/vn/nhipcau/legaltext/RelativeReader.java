package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads limits that run from an event: “trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản”. */
final class RelativeReader {
    private static final String AMOUNT =
            "(?<!tháng )(?<!quý )(?<!\\d)(?<!/)(?<n>\\d{1,3})(?: ?\\((?:\\p{L}| ){2,20}\\)|\\))? ?(?<unit>ngày làm việc|ngày|giờ làm việc|giờ|h00|h(?!\\d)|tiếng|tuần|tháng|năm)(?! \\d)(?: làm việc)?";
    private static final String AMOUNT_OF_WORKING_TIME =
            AMOUNT.replace("|ngày|", "|").replace("|tuần|tháng|năm", "");
    private static final Pattern AFTER = Pattern.compile(
            AMOUNT
                    + ",?(?: đầu| đầu tiên)?,? ?(?:(?:kể|kê|tính|bắt đầu)(?: từ)?|sau|từ|khi)(?: từ| kể từ)?(?: sau)? ?(?:(?:thời điểm|ngày|khi|lúc|sau khi) ?)*(?<anchor>[^.,;:()]{3,160})");
    private static final Pattern BEFORE =
            Pattern.compile(AMOUNT + ",? ?(?:trước)(?: khi| ngày| thời điểm)* (?<anchor>[^.,;:()]{3,120})");
    /** “thông báo trước ít nhất 24 giờ khi tạm dừng hệ thống” */
    private static final Pattern AHEAD_OF = Pattern.compile("(?:trước|trước ít nhất|trước tối thiểu|chậm nhất trước) "
            + AMOUNT + " (?:khi|so với(?: ngày)?|kể từ khi) (?<anchor>[^.,;:()]{3,120})");

    private static final Pattern BEFORE_EVENT = Pattern.compile(
            "trước(?: khi)? (?<anchor>(?!ngày \\d|khi \\d|ít nhất|tối thiểu|chậm nhất|không quá)\\p{L}[^.,;:()\\d]{2,60}?) (?:ít nhất |tối thiểu |chậm nhất )?(?:là )?"
                    + AMOUNT);
    private static final Pattern BEFORE_ONLY =
            Pattern.compile("(?:trước|trước ít nhất|chậm nhất trước) " + AMOUNT + "(?! \\p{L}*đầu)(?= |[,;.(]|$)");
    /** “trong vòng 30 ngày tại trụ sở, kể từ ngày có kết quả”. */
    private static final Pattern AFTER_PLACE = Pattern.compile("(?:trong|trong vòng|trong thời hạn|thời hạn) " + AMOUNT
            + " (?:tại|ở|trên)[^.;]{3,80}, (?:kể|kê|tính) từ (?:ngày|khi) (?<anchor>[^.,;:()]{3,120})");
    /** How long something stays posted counts from the posting. */
    private static final Pattern POSTED = Pattern.compile(
            "(?<posted>đăng tải|niêm yết|công khai|lấy ý kiến)(?: [^.;]{0,140}?)? (?:trong|trong thời gian|trong thời hạn|là|ít nhất|ít nhất là|tối thiểu|tối thiểu là|đủ) "
                    + AMOUNT + "(?: liên tục| liên tiếp)?(?=[ ,.;)]|$)");

    private static final Pattern BARE = Pattern.compile(
            "(?:trong|trong vòng|trong thời hạn|thời hạn là|không quá|chậm nhất|chậm nhất là|thời gian) (?:không quá |tối đa )?"
                    + AMOUNT_OF_WORKING_TIME
                    + "(?=,|;|\\.|$| (?:bộ phận|cơ quan|sở|văn phòng|ủy ban|ubnd|phòng|đơn vị|trung tâm|công chức|phải) )");
    /** “theo dõi trong vòng 14 ngày.”: days are a limit by themselves only where nothing follows. */
    private static final Pattern WITHIN_DAYS =
            Pattern.compile("(?:trong vòng|trong thời hạn) (?:không quá |tối đa )?" + AMOUNT + "(?=[,;.]|$)");
    /** “ngay sau khi kết thúc hội nghị 01 ngày”: the length stands behind the event. */
    private static final Pattern AFTER_EVENT = Pattern.compile(
            "sau (?:khi |ngày )?(?<anchor>(?!ngày \\d)\\p{L}[^.,;:()\\d]{4,80}?) (?:không quá |chậm nhất |tối đa )?"
                    + AMOUNT + "(?=[,;.]|$)");
    /** “Giai đoạn khẩn cấp (0-48 giờ)”, “trong 48-72 giờ”: hours counted from what happened, due at the end. */
    private static final Pattern HOURS = Pattern.compile(
            "(?:giai đoạn|trong|sau)[^.;:\\d]{0,30}\\d{1,3} ?(?:-|đến) ?(?<n>\\d{1,3}) (?<unit>giờ|tiếng|ngày)(?= đầu| sau|[ ]?[):,;]|$)");
    /** “Năm (05) ngày làm việc đối với …”: a list of limits by kind of case. */
    private static final Pattern BY_CASE = Pattern.compile("^(?:-? ?(?:là |tối đa |không quá |\\p{L}+ \\())?"
            + AMOUNT_OF_WORKING_TIME + "(?= (?:đối với|với|cho|nếu))");
    /** How long papers are kept. */
    private static final Pattern KEPT = Pattern.compile(
            "(?:lưu trữ|lưu giữ|bảo quản|lưu)(?: [^.;]{0,100}?)? (?:ít nhất|tối thiểu|trong|trong thời hạn|trong thời gian)(?: là)? "
                    + AMOUNT + "(?=[ ,.;)]|$)");

    private static final Pattern QUICK = Pattern.compile(
            "\\d(?: ?\\([^)]{2,20}\\)|\\))? (?:ngày|giờ|tiếng|tuần|tháng(?! \\d)|năm(?! \\d))|\\dh(?:00)?(?!\\d)");
    private static final Pattern ANCHOR_END = Pattern.compile(
            " (?:phải|có trách nhiệm|thì|để|các cơ quan|các sở|các đơn vị|cơ quan (?!nhà nước|có thẩm quyền|cấp)|văn phòng|chủ trì|tiến hành|thực hiện|xem xét|đồng thời|nếu|trừ|mà|thông qua|bằng|theo|cho|đối với|đến khi|và (?=\\p{L}+ (?:kết quả|báo cáo)))(?: |$)");
    private static final Pattern CASE = Pattern.compile("(?:trong )?(?:trường hợp|khi|nếu) ");
    private static final Pattern LIMIT_WORD = Pattern.compile(
            "(?:trong|thời hạn|không quá|chậm nhất|vòng|tối đa|thời gian|là|sau|còn|muộn nhất|đa|hạn|ít nhất|tối thiểu|thời)(?: \\p{L}+){0,4}:? (?:\\p{L}+ \\()?$|^$");
    /** “trước 17 giờ” is the time on the clock, “trước 48 giờ” a length. */
    private static final int HOURS_OF_DAY = 24;

    private static final Set<String> HOUR_UNITS = Set.of("giờ", "h", "h00");

    private static final int ANCHOR_WORDS = 14;

    private RelativeReader() {}

    record Relative(String rule, int from, int to) {}

    /** All limits of the passage, in their order. */
    static List<Relative> read(Passage passage) {
        String folded = passage.folded();
        if (!QUICK.matcher(folded).find()) {
            return List.of();
        }
        List<Relative> found = new ArrayList<>();
        addAll(found, passage, AHEAD_OF, "before");
        Matcher after = AFTER.matcher(folded);
        while (after.find()) {
            // “từ 06 tháng đến 36 tháng”, “sau 3 năm thực hiện” are no limits.
            String lead = folded.substring(Math.max(0, after.start() - 40), after.start());
            if (LIMIT_WORD.matcher(lead).find() && !isAge(after.group("anchor"))) {
                add(found, relative(passage, after, "after"));
            }
        }
        addAll(found, passage, AFTER_PLACE, "after");
        addAll(found, passage, BEFORE, "before");
        addAll(found, passage, BEFORE_EVENT, "before");
        addAll(found, passage, AFTER_EVENT, "after");
        Matcher posted = POSTED.matcher(folded);
        while (posted.find()) {
            add(
                    found,
                    new Relative(
                            duration(posted) + " after " + posted.group("posted"), posted.start("n"), posted.end()));
        }
        for (Pattern pattern : List.of(BARE, WITHIN_DAYS)) {
            Matcher bare = pattern.matcher(folded);
            while (bare.find()) {
                add(found, new Relative(duration(bare), bare.start(), bare.end()));
            }
        }
        for (Pattern pattern : List.of(BY_CASE, KEPT, HOURS)) {
            Matcher matcher = pattern.matcher(folded);
            while (matcher.find()) {
                add(found, new Relative(duration(matcher), matcher.start("n"), matcher.end()));
            }
        }
        Matcher ahead = BEFORE_ONLY.matcher(folded);
        while (ahead.find()) {
            boolean hourOfDay =
                    HOUR_UNITS.contains(ahead.group("unit")) && Integer.parseInt(ahead.group("n")) < HOURS_OF_DAY;
            if (hourOfDay) {
                continue;
            }
            String event = eventOfCase(passage, ahead.start());
            String rule = duration(ahead) + " before" + (event.isEmpty() ? "" : ' ' + event);
            add(found, new Relative(rule, ahead.start(), ahead.end()));
        }
        found.sort(Comparator.comparingInt(Relative::from));
        return found;
    }

    /** “Trường hợp bảo trì hệ thống, đơn vị vận hành thông báo trước 05 ngày”: the case is what it comes before. */
    private static String eventOfCase(Passage passage, int to) {
        String folded = passage.folded();
        Matcher opening = CASE.matcher(folded);
        if (!opening.lookingAt()) {
            return "";
        }
        for (int comma = folded.indexOf(", ", opening.end());
                comma > 0 && comma < to;
                comma = folded.indexOf(", ", comma + 1)) {
            if (UnitPhrase.within(passage, comma + 2) != null) {
                return anchor(passage, opening.end(), comma);
            }
        }
        return "";
    }

    private static void addAll(List<Relative> found, Passage passage, Pattern pattern, String direction) {
        Matcher matcher = pattern.matcher(passage.folded());
        while (matcher.find()) {
            add(found, relative(passage, matcher, direction));
        }
    }

    private static void add(List<Relative> found, Relative one) {
        boolean free = found.stream().noneMatch(other -> one.from() < other.to() && one.to() > other.from());
        if (free) {
            found.add(one);
        }
    }

    private static boolean isAge(String anchor) {
        return anchor.startsWith("đến ") || anchor.startsWith("tuổi");
    }

    private static Relative relative(Passage passage, Matcher matcher, String direction) {
        int from = matcher.start("anchor");
        String printed = anchor(passage, from, matcher.end("anchor"));
        String rule = duration(matcher) + ' ' + direction + ' ' + printed;
        boolean lengthBehind = matcher.start("n") > from;
        int to = lengthBehind ? matcher.end() : from + length(passage, from, matcher.end("anchor"));
        return new Relative(rule, matcher.start(), to);
    }

    private static String anchor(Passage passage, int from, int to) {
        return firstWords(
                passage.text().substring(from, from + length(passage, from, to)).strip());
    }

    /** How far the words of the event reach. */
    private static int length(Passage passage, int from, int to) {
        String anchor = passage.folded().substring(from, to);
        Matcher end = ANCHOR_END.matcher(anchor);
        return end.find() && end.start() > 2 ? end.start() : anchor.length();
    }

    private static String duration(Matcher matcher) {
        int amount = Integer.parseInt(matcher.group("n"));
        return switch (matcher.group("unit")) {
            case "ngày làm việc" -> "P" + amount + "BD";
            case "giờ", "giờ làm việc", "tiếng", "h", "h00" -> "P" + amount + "H";
            case "tuần" -> "P" + amount * 7 + "D";
            case "tháng" -> "P" + amount + "M";
            case "năm" -> "P" + amount + "Y";
            default -> "P" + amount + "D";
        };
    }

    private static String firstWords(String text) {
        String[] words = text.split(" ");
        return words.length <= ANCHOR_WORDS ? text : String.join(" ", java.util.Arrays.copyOf(words, ANCHOR_WORDS));
    }
}
