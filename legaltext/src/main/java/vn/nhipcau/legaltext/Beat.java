package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of rhythm as it stands in a text: “hằng quý”, “02 lần/ngày”, “định kỳ 6 tháng”.
 *
 * @param interval of beats, as “03 tháng/lần” has it
 * @param bare whether only days beside it make it a rhythm: “báo cáo quý” may be the report of one quarter
 */
record Beat(Length length, int interval, int from, int to, boolean bare) {
    /** How long a beat is, and its rule without a day. */
    enum Length {
        DAY("FREQ=DAILY"),
        WEEK("FREQ=WEEKLY"),
        MONTH("FREQ=MONTHLY"),
        QUARTER("FREQ=YEARLY;BYMONTH=3,6,9,12"),
        HALF("FREQ=YEARLY;BYMONTH=6,12"),
        NINE("FREQ=YEARLY;BYMONTH=9"),
        YEAR("FREQ=YEARLY");

        private final String rule;

        Length(String rule) {
            this.rule = rule;
        }
    }

    private static final Map<String, Length> UNITS = Map.of(
            "ngày", Length.DAY, "tuần", Length.WEEK, "tháng", Length.MONTH, "quý", Length.QUARTER, "năm", Length.YEAR);

    /** “03 tháng/lần”, “06 tháng/lần” are said of quarters and half-years, which end with March and with June. */
    private static final Map<Integer, Length> OF_MONTHS = Map.of(3, Length.QUARTER, 6, Length.HALF, 12, Length.YEAR);

    private static final String HALF_YEAR =
            "(?<![\\d/])(?:0?6|sáu)(?: ?\\(sáu\\))? tháng(?! (?:tuổi|tiếp|đầu năm 20|cuối năm 20|lương))";
    private static final Pattern BEAT = Pattern.compile(
            "(?:(?<![a-zà-ỹđ])|(?=,))(?=[0-9hmtqsnđb,])(?:(?:hằng|hàng|mỗi|từng) (?<every>ngày|tuần|tháng|quý|năm)(?! \\d)(?! học)"
                    + "|(?:\\d{1,2}|một|hai|ba|bốn)(?: ?\\(\\p{L}+\\))? lần ?(?:/|trong|một|mỗi|trong một|trên)(?: ?(?:0?1|một))? ?(?<per>ngày|tuần|tháng|quý|năm)(?! \\d)(?! đầu| cuối)"
                    + "|(?<count>0?[2-9]|1\\d|hai|ba) (?<unit>tuần|tháng|năm) ?(?:/ ?(?:(?:0?1|một) )?|(?:0?1|một) )lần|định kỳ (?<regular>0?3) tháng"
                    + "|(?<!\\d)(?:0?1|một)? ?(?<once>ngày|tuần|tháng|quý|năm) ?(?:/ ?(?:0?1 )?lần|(?:0?1|một) lần)"
                    + "|\\d{1,2} (?:cuộc|lớp|hội nghị|đợt|kỳ|buổi|phiên|tin|bài|bản tin)(?:,? \\p{L}+){0,2} ?/ ?(?<each>tuần|tháng|quý|năm)"
                    + "|(?<half>" + HALF_YEAR + ")|(?<nine>0?9 tháng(?! (?:tuổi|đầu năm 20)))"
                    + "|(?:định kỳ|báo cáo:?|, ) ?(?<bare>tuần|tháng|quý|năm)(?= ?(?:\\(|,|;|\\.|và|trước ngày|ngày|gửi|về|cho|$)))");
    private static final Pattern EACH_PERIOD = Pattern.compile("\\p{L} ?/ ?(?:tuần|tháng|quý|năm)");

    /** The rule of the beat when no day stands beside it. */
    String rule() {
        return interval > 1 ? length.rule + ";INTERVAL=" + interval : length.rule;
    }

    /** Whether another beat stands at the beginning of a text. */
    static boolean opens(String folded) {
        return BEAT.matcher(folded).lookingAt();
    }

    /** All beats of a folded text, in their order. */
    static List<Beat> in(String folded) {
        List<Beat> beats = new ArrayList<>();
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
                || (folded.indexOf('/') >= 0 && EACH_PERIOD.matcher(folded).find())
                || folded.contains("6 tháng");
        if (!candidate) {
            return beats;
        }
        boolean regular = folded.contains("định kỳ") || folded.contains("hằng ") || folded.contains("hàng ");
        Matcher matcher = BEAT.matcher(folded);
        while (matcher.find()) {
            Length length;
            int interval = 1;
            boolean bare = false;
            if (matcher.group("every") != null) {
                length = UNITS.get(matcher.group("every"));
            } else if (matcher.group("per") != null) {
                length = UNITS.get(matcher.group("per"));
            } else if (matcher.group("count") != null) {
                length = UNITS.get(matcher.group("unit"));
                interval = count(matcher.group("count"));
                if (length == Length.MONTH && OF_MONTHS.containsKey(interval)) {
                    length = OF_MONTHS.get(interval);
                    interval = 1;
                }
            } else if (matcher.group("regular") != null) {
                length = Length.QUARTER;
            } else if (matcher.group("once") != null) {
                length = UNITS.get(matcher.group("once"));
            } else if (matcher.group("each") != null) {
                length = UNITS.get(matcher.group("each"));
            } else if (matcher.group("half") != null) {
                length = Length.HALF;
                bare = !isRegularHalf(folded, matcher.start(), matcher.end(), regular);
            } else if (matcher.group("nine") != null) {
                length = Length.NINE;
                bare = true;
            } else {
                length = UNITS.get(matcher.group("bare"));
                bare = !folded.substring(Math.max(0, matcher.start() - 8), matcher.end())
                                .contains("định kỳ")
                        && !afterRegular(folded, matcher.start());
            }
            beats.add(new Beat(length, interval, matcher.start(), matcher.end(), bare));
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
}
