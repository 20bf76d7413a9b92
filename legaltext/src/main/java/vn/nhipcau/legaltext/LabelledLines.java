package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that begin with what they tell (“Thời gian hoàn thành: …”, “Đơn vị chủ trì: …”, “Sản phẩm: …”) about the item
 * above them.
 */
final class LabelledLines {
    private static final Pattern TIME_LINE = Pattern.compile(
            "^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|hạn)(?: (?:thực hiện|hoàn thành|tiến hành|triển khai|tổ chức|dự kiến|báo cáo|gửi|kết thúc|cụ thể))*(?:,? (?:và )?địa điểm)?(?: [^:.;]{0,60})? ?:");
    private static final Pattern TIME_HEADING =
            Pattern.compile("^(?:thời gian|thời hạn|hạn|tiến độ|lịch) [^.:]{0,100}[:.]?$");
    private static final Pattern LEAD_LINE = Pattern.compile(
            "^(?:đơn vị|cơ quan|bộ phận|tổ chức|cá nhân|phân công|người)?(?: (?:chịu trách nhiệm|được phân công))? ?(?:chủ trì|thực hiện|phụ trách|đầu mối)(?: (?:thực hiện|tham mưu))? ?:");
    private static final Pattern WITH_LINE =
            Pattern.compile("^(?:đơn vị|cơ quan|bộ phận)? ?phối hợp(?: thực hiện)? ?:");
    private static final Pattern RESULT_LINE =
            Pattern.compile("^(?:kết quả|sản phẩm|nguyên tắc|tài liệu|thành phần|địa điểm|biểu mẫu)[^:]{0,40}:");
    private static final Pattern BRACKETED_NOTE = Pattern.compile("^\\((?:kèm theo|ban hành kèm|đính kèm|từ ngày)");

    private static final Pattern PERIOD_IN_BRACKETS = Pattern.compile("\\((?:thời gian )?từ (?:ngày )?\\d");

    private static final int LONGEST_LABEL = 160;

    private final Map<Integer, Actors> leads = new HashMap<>();
    private final List<String> partners = new ArrayList<>();

    LabelledLines(List<Clause> clauses) {
        clauses.forEach(this::readLead);
    }

    /** Whether the line is about nothing but time. */
    static boolean isTime(Passage line) {
        return isLabelled(line) && TIME_LINE.matcher(line.folded()).find();
    }

    /** “Thời gian chậm nhất nhận báo cáo”, over a list of days. */
    static boolean isTimeHeading(Passage line) {
        return TIME_HEADING.matcher(line.folded()).matches();
    }

    /** Whether the line tells something about the item above that is neither its time nor more work. */
    static boolean isOther(Passage line) {
        String folded = line.folded();
        return folded.startsWith("(")
                ? BRACKETED_NOTE.matcher(folded).find()
                : isLabelled(line)
                        && (LEAD_LINE.matcher(folded).find()
                                || WITH_LINE.matcher(folded).find()
                                || RESULT_LINE.matcher(folded).find());
    }

    /** “(Từ ngày 17/12/2025 đến ngày 25/01/2026)” below the heading of a step. */
    static boolean isPeriodOfStep(Clause line) {
        Clause step = line.parent();
        return step != null
                && line.marker() == null
                && step.marker() != null
                && step.marker().kind() == Marker.Kind.PART
                && PERIOD_IN_BRACKETS.matcher(line.body().folded()).lookingAt();
    }

    /** Whether a colon stands so near the beginning that the words before it can be a label; most lines have none. */
    private static boolean isLabelled(Passage line) {
        int colon = line.text().indexOf(':');
        return colon > 0 && colon < LONGEST_LABEL;
    }

    /** The numbered item that a line tells about. */
    static @Nullable Clause item(Clause line) {
        Clause item = line.parent();
        while (item != null && item.parent() != null && isListSign(item)) {
            item = item.parent();
        }
        return item;
    }

    private static boolean isListSign(Clause clause) {
        Marker marker = clause.marker();
        return marker == null || marker.kind().bullet() || marker.kind() == Marker.Kind.BRACKETED;
    }

    /** Those whom a line below the item charges with it. */
    @Nullable
    Actors charged(Clause item) {
        return leads.get(item.index());
    }

    /** All whom lines “Đơn vị phối hợp: …” name. */
    List<String> partners() {
        return partners;
    }

    private void readLead(Clause clause) {
        if (!isLabelled(clause.body())) {
            return;
        }
        String folded = clause.body().folded();
        boolean lead = LEAD_LINE.matcher(folded).find();
        if (!lead && !WITH_LINE.matcher(folded).find()) {
            return;
        }
        Clause item = item(clause);
        List<String> names = namesAfterColon(clause.body());
        if (item == null || names.isEmpty()) {
            return;
        }
        Actors before = leads.getOrDefault(item.index(), Actors.NOBODY);
        List<String> leading = lead && before.lead().isEmpty() ? names : before.lead();
        List<String> with = lead ? before.with() : names;
        if (!lead) {
            partners.addAll(names);
        }
        leads.put(item.index(), new Actors(leading, leading, with, 0));
    }

    private static List<String> namesAfterColon(Passage line) {
        UnitPhrase unit = UnitPhrase.at(line, line.text().indexOf(':') + 1);
        return unit == null ? List.of() : unit.names();
    }
}
