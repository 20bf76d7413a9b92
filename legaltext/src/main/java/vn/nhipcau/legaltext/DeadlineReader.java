package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which of the printed dates set a limit, by the words around them. A span is due at its end. */
final class DeadlineReader {
    /** “16 giờ 00 phút chiều thứ Năm, ngày …”: the hour and the day of the week between a word of limit and its day. */
    private static final String HOUR =
            "(?: \\d{1,2} ?(?:giờ|h|g|:)(?: ?\\d{2}'?)?(?: phút)?,?)?(?: (?:sáng|trưa|chiều|tối))?(?: \\(?(?:thứ \\p{L}+|chủ nhật)\\)?,?)?";
    /** Words before a date that make it a limit. */
    private static final Pattern LIMIT_BEFORE = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|hạn cuối|hết|đến|tới|xong|không quá|không muộn hơn|không chậm hơn|trước khi kết thúc|kết thúc|hạn|thời hạn|thời hạn gửi|hoàn thành)(?: (?:là|vào|nhất|trong|cuối|hết|hạn|thời điểm))*"
                    + HOUR + "(?: ngày(?: bầu cử| khai mạc)?)?[ :(]*$");

    private static final Pattern PERIOD_BEFORE = Pattern.compile(
            "(?:trong|vào|từ|dự kiến|tại phiên họp|phiên họp thường kỳ|tại kỳ họp|đầu|cuối|giữa|khoảng|thời gian|tiến độ|bắt đầu|trong các|trong cả|tổ chức|đợt \\d)(?: (?:là|trong|hết|ngày|cuối|đầu|thực hiện|vào|lúc|hồi))*"
                    + HOUR + "(?: ngày)?[ :(]*$");
    private static final Pattern SPAN_BETWEEN = Pattern.compile(
            "[ ,)]{0,2}(?:-|đến|tới|cho đến|-->)(?: (?:hết|ngày|cuối|đầu|trước|trước ngày|hết ngày))*[ ]{0,2}");
    private static final Pattern LIST_BETWEEN =
            Pattern.compile("[ ]?(?:,|;|và|,? và)(?: (?:trước|ngày|trước ngày|chậm nhất))*[ ]?");
    /** Dates of law, of the past and of what something is called. */
    private static final Pattern NOT_A_LIMIT_BEFORE = Pattern.compile(
            "(?:hiệu lực(?: thi hành)?(?: kể)?(?: từ)?(?: ngày)?|được thông qua(?: vào)?(?: ngày)?|thông qua(?: ngày)?|nhiệm kỳ|giai đoạn|thời kỳ|năm học|khóa|niên khóa"
                    + "|hiến pháp|luật [^.;]{0,60}|sinh(?: ngày)?|tính đến(?: ngày| hết| thời điểm)*|ban hành(?: ngày)?|kể từ(?: ngày)?|từ sau(?: ngày)?|so với(?: cùng kỳ)?|cùng kỳ|của|ký(?: ngày)?|kỷ niệm(?: ngày)?|cập nhật(?: vào)?(?: ngày)?|(?<!(?:đến|trước) ngày )(?<!đến )bầu cử(?: ngày| là ngày)?)[ :(]*$");

    /** A day on which something starts is no limit unless its end follows. */
    private static final Pattern START_BEFORE = Pattern.compile("(?:^|[ (])(?:bắt đầu )?từ(?: ngày| đầu| giữa)?[ ]?$");

    private static final Pattern NAME_OF_PLAN = Pattern.compile(
            "(?:quy hoạch|chiến lược|chương trình|đề án|kế hoạch|giai đoạn|dự án|định hướng|nghị quyết|tầm nhìn|phương hướng|phát triển|hướng tới)[^.;:]{0,140}$");
    /** “hoàn thành trong năm 2026”; in “kết quả công tác dân vận trong năm 2026” the year only tells which work. */
    private static final Pattern IN_YEAR = Pattern.compile(
            "(?:hoàn thành|xong|liên tục|triển khai|tiến hành|thực hiện|ban hành|thường xuyên|bắt đầu|kết thúc|^)[ ,]*(?:(?:ngay |và )?trong|cuối|trong cả) $");
    /** “Ban hành Kế hoạch trong năm 2026”, “tổng kết vào cuối năm 2026”: the work itself is put into the year. */
    private static final Pattern DONE_IN_YEAR = Pattern.compile(
            "(?:hoàn thành|xong|ban hành)[^.;,]{0,40} (?:trong|vào cuối|ngay trong) $|(?:tổ chức|tổng kết|sơ kết|báo cáo|hoàn thành|đánh giá)[^.;,]{0,30} vào (?:cuối )?$|ngay trong $|(?:tổ chức|tiến hành|mở) (?:ít nhất |tối thiểu )?\\d[^.;,]{0,40} trong $|phấn đấu (?:trong |hết )?$");
    /** “duy trì đến hết năm 2026”: such words are said of a limit only. */
    private static final Pattern UNTIL_END_OF_YEAR = Pattern.compile(
            "(?:đến hết|đến cuối|trước|kéo dài đến|chậm nhất(?: là)?(?: đến| trong| vào)?(?: hết| cuối)?) $");

    /** “giải ngân 100% kế hoạch vốn năm 2025”, “tăng trưởng 8% trong năm 2025”: a figure to be reached that year. */
    private static final Pattern FIGURE_BEFORE = Pattern.compile(
            "(?:đạt|giải ngân|phấn đấu|quyết tâm|bảo đảm|đảm bảo|hoàn thành|tăng trưởng|giảm|tăng|mục tiêu|ít nhất|tối thiểu)[^.;:%]{0,60}\\d ?%(?:,? [“”\"\\p{L}-]+){0,10} (?:trong |vào )?$");
    /** “Thời gian chậm nhất gửi báo cáo về … ngày 23/3/2026”: whose limit it is stands between. */
    private static final Pattern LIMIT_EARLIER = Pattern.compile(
            "(?:chậm nhất|muộn nhất|thời hạn|hạn)(?: cuối)? (?:gửi|nộp|nhận|báo cáo|hoàn thành|đăng ký|trả lời|thực hiện)[^.;:,]{0,100}? (?:là |vào |trước )?(?:ngày )?$");
    /** “các ngày 19, 20 và 21/5/2026”, “ngày 19-20/5/2026”: the days before the one that carries the month. */
    private static final Pattern DAYS_BEFORE = Pattern.compile(
            "(?:(?:các|0?\\d|hai|ba) )?ngày[ ,:(]*(?<days>\\d{1,2}(?: ?(?:-|,|và|đến) ?\\d{1,2}){0,5}) ?(?<to>-|,|và|đến) ?$");
    /** “(ngày 25/11)”: the day of what stands before the bracket. */
    private static final Pattern BRACKET_BEFORE = Pattern.compile("\\($");

    /** “từ ngày công bố danh sách (ngày 22/02/2026)”: the day on which something starts. */
    private static final Pattern START_IN_BRACKETS = Pattern.compile("từ (?:ngày|khi) [^.;:()]{3,110} \\((?:ngày )?$");

    private static final Pattern COMMEMORATION =
            Pattern.compile("kỷ niệm|ngày sinh|ngày mất|ngày thành lập|ngày truyền thống");
    private static final Pattern PLAN_BEFORE =
            Pattern.compile("(?:quy hoạch|chiến lược|chương trình|đề án|nghị quyết|kế hoạch)[^.;:,]{0,40}$");
    private static final Pattern TARGET =
            Pattern.compile("%|phấn đấu|đạt |tối thiểu|ít nhất|hoàn thành|bảo đảm|đảm bảo|cơ bản|giảm|tăng");
    private static final int SENTENCE_REACH = 400;
    private static final int CUE_REACH = 48;
    private static final int TIMETABLE_REACH = 16;

    private final DateTokens dates;
    private final Set<LocalDate> pastLimits = new LinkedHashSet<>();

    DeadlineReader(@Nullable LocalDate documentDate) {
        this.dates = new DateTokens(documentDate);
    }

    /** Limits that had passed when the document was issued, found in all passages so far. */
    List<LocalDate> pastLimits() {
        return List.copyOf(pastLimits);
    }

    record Deadlines(List<LocalDate> dates, int at, boolean explicit) {
        static final Deadlines NONE = new Deadlines(List.of(), -1, false);
    }

    /**
     * @param taken stretches that are read otherwise: numbers of documents with their dates, rhythms
     * @param period whether the whole passage is about time (“Thời gian hoàn thành: …”, a cell of a column of dates)
     * @param targets whether it stands among targets, where “đến năm 2030” is the limit and not a name
     */
    Deadlines read(Passage passage, List<int[]> taken, boolean period, boolean targets) {
        String folded = passage.folded();
        List<DateTokens.Token> tokens = dates.of(folded, taken);
        if (tokens.isEmpty()) {
            return Deadlines.NONE;
        }
        Set<LocalDate> due = new TreeSet<>();
        int at = -1;
        boolean explicit = false;
        boolean previousCounts = false;
        for (int i = 0; i < tokens.size(); i++) {
            DateTokens.Token token = tokens.get(i);
            DateTokens.Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            boolean opensSpan = next != null
                    && SPAN_BETWEEN
                            .matcher(folded.substring(token.to(), next.from()))
                            .matches();
            boolean closesSpan = i > 0
                    && SPAN_BETWEEN
                            .matcher(folded.substring(tokens.get(i - 1).to(), token.from()))
                            .matches();
            boolean listed = i > 0
                    && previousCounts
                    && LIST_BETWEEN
                            .matcher(folded.substring(tokens.get(i - 1).to(), token.from()))
                            .matches();
            String before = folded.substring(Math.max(0, token.from() - CUE_REACH), token.from());
            Matcher days = DAYS_BEFORE.matcher(before);
            boolean endsSpan = false;
            boolean ofSeveral = token.grain() == DateTokens.Grain.DAY && days.find();
            if (ofSeveral) {
                before = before.substring(0, days.start());
                endsSpan = START_BEFORE.matcher(before).find();
            }
            boolean limit = LIMIT_BEFORE.matcher(before).find();
            boolean counts = endsSpan
                    || (closesSpan && previousCounts)
                    || listed
                    || counts(folded, token, before, limit, opensSpan, period, targets);
            previousCounts = counts;
            if (counts && limit && token.yearPrinted() && token.grain() == DateTokens.Grain.DAY && dates.past(token)) {
                pastLimits.add(token.end());
            }
            if (counts && !opensSpan && !dates.past(token)) {
                due.add(token.end());
                if (ofSeveral) {
                    due.addAll(listed(days, token));
                }
                at = at < 0 ? token.from() : at;
                explicit |= limit;
            }
        }
        return due.isEmpty() ? Deadlines.NONE : new Deadlines(List.copyOf(due), at, explicit);
    }

    /** The days named before the last one; of a span (“19-20/5”) only its end counts. */
    private static List<LocalDate> listed(Matcher days, DateTokens.Token last) {
        return Pattern.compile("\\D+")
                .splitAsStream(days.group("to").matches("-|đến") ? "" : days.group("days"))
                .filter(day -> !day.isEmpty())
                .map(day -> Calendar.date(
                        Integer.parseInt(day),
                        last.end().getMonthValue(),
                        last.end().getYear()))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean counts(
            String folded,
            DateTokens.Token token,
            String before,
            boolean limit,
            boolean opensSpan,
            boolean period,
            boolean targets) {
        // “- Từ ngày 04/02/2026: họp …”: a line of a timetable is headed by its day.
        boolean heads =
                token.to() < folded.length() && folded.charAt(token.to()) == ':' && token.from() < TIMETABLE_REACH;
        if (NOT_A_LIMIT_BEFORE.matcher(before).find()
                || (!opensSpan && !heads && START_BEFORE.matcher(before).find())) {
            return false;
        }
        if (token.grain() == DateTokens.Grain.YEAR) {
            return yearCounts(folded, token, before, limit, period, targets);
        }
        if (period || limit || heads) {
            return true;
        }
        boolean cued = PERIOD_BEFORE.matcher(before).find();
        return switch (token.grain()) {
            case DAY ->
                cued
                        || LIMIT_EARLIER
                                .matcher(folded.substring(Math.max(0, token.from() - 130), token.from()))
                                .find()
                        || opensSpan
                        || (BRACKET_BEFORE.matcher(before).find()
                                && folded.startsWith(")", token.to())
                                && !START_IN_BRACKETS
                                        .matcher(folded.substring(Math.max(0, token.from() - 130), token.from()))
                                        .find()
                                && !COMMEMORATION
                                        .matcher(folded.substring(Math.max(0, token.from() - 100), token.from()))
                                        .find());
            default -> cued;
        };
    }

    private static boolean yearCounts(
            String folded, DateTokens.Token token, String before, boolean limit, boolean period, boolean targets) {
        String all = folded.substring(Math.max(0, token.from() - SENTENCE_REACH), token.from());
        int sentence = Math.max(all.lastIndexOf(". "), Math.max(all.lastIndexOf("; "), all.lastIndexOf(": ")));
        String opening = all.substring(sentence + 1).strip();
        boolean named = NAME_OF_PLAN
                .matcher(all.substring(Math.max(0, all.length() - 160)))
                .find();
        if (period) {
            return limit || before.isBlank() || !named;
        }
        if (!limit) {
            String near = all.substring(Math.max(0, all.length() - 140));
            return (IN_YEAR.matcher(before).find() && !named)
                    || DONE_IN_YEAR.matcher(before).find()
                    || FIGURE_BEFORE.matcher(near).find();
        }
        boolean opens = opening.matches(
                "(?:-|và|,)? ?(?:phấn đấu |mục tiêu |từ nay |cơ bản )?(?:đến|trước|đến hết|hết|đến cuối|phấn đấu đến|tới)(?: hết| cuối)?");
        if (opens) {
            return true;
        }
        boolean target = TARGET.matcher(opening).find()
                || TARGET.matcher(folded.substring(token.to(), Math.min(folded.length(), token.to() + 60)))
                        .find();
        boolean until = UNTIL_END_OF_YEAR.matcher(before).find();
        return targets ? target || !PLAN_BEFORE.matcher(before).find() : (target || until) && !named;
    }
}
