package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts a run of names into the single units and groups. */
final class UnitNames {
    /** Words that go on a group and do not begin another, also in capitals: “các Cụm, Khối thi đua”. */
    private static final Set<String> BELONGS =
            Set.of("khối", "cụm", "ngành", "đoàn thể", "địa phương", "đơn vị", "tổ chức", "cá nhân", "phòng", "tổ");

    private static final Set<String> LISTED = Set.of("đoàn thể", "địa phương", "đơn vị", "cá nhân", "ngành");
    /** Behind one named body a group is another, not a part of it. */
    private static final Pattern SPECIFIC = Pattern.compile("(?:sở|công an|ubnd|ủy ban nhân dân|văn phòng) \\p{L}");

    private static final Pattern EDGE = Pattern.compile(
            "^(?:[ ,;:-]|và |cùng |[Đđ]ồng chí |[Cc]ác đồng chí |[Cc]ác đ/c |đ/c )+|(?:[ ,;:-]| các| và| của| trực thuộc| được giao)+$");
    /** “Văn phòng HĐND và UBND xã” is one body. */
    private static final Pattern COUNCIL_BEFORE = Pattern.compile("(?:hđnd|hội đồng nhân dân)(?: và|,) $");

    private UnitNames() {}

    /** The names between two places of a passage, each as printed. */
    static List<String> of(Passage passage, int from, int to) {
        List<String> names = new ArrayList<>();
        String folded = passage.folded();
        int start = from;
        for (int at = from; at < to; at++) {
            int next = -1;
            char c = folded.charAt(at);
            if (c == '(') {
                int close = folded.indexOf(')', at);
                at = close < 0 || close >= to ? at : close;
            } else if (c == ';') {
                next = UnitExtent.skip(folded, at + 1);
            } else if (c == ',' && startsOwnName(passage, UnitExtent.skip(folded, at + 1), start, to)) {
                next = UnitExtent.skip(folded, at + 1);
            } else if (folded.startsWith(" và ", at) && startsOwnName(passage, at + 4, start, to)) {
                next = at + 4;
            }
            if (next >= 0 && next < to) {
                add(names, passage.text().substring(start, at));
                start = next;
                at = next - 1;
            }
        }
        add(names, passage.text().substring(start, to));
        return names;
    }

    private static boolean startsOwnName(Passage passage, int at, int start, int to) {
        if (at >= to) {
            return false;
        }
        String folded = passage.folded();
        // “Văn phòng Đoàn ĐBQH và HĐND tỉnh” is one body.
        String before = folded.substring(start, at);
        boolean office = before.startsWith("văn phòng");
        boolean committee = folded.startsWith("ubnd", at) || folded.startsWith("ủy ban nhân dân", at);
        if (office && committee && COUNCIL_BEFORE.matcher(before).find()) {
            return false;
        }
        boolean councils = folded.startsWith("hđnd", at) || folded.startsWith("hội đồng nhân dân", at);
        if (councils && office && folded.startsWith(" và ", at - 4)) {
            return false;
        }
        boolean plural = folded.startsWith("các ", at);
        int head = plural ? at + 4 : at;
        int length = Vocabulary.UNIT_HEADS.at(folded, head);
        if (length == 0) {
            return false;
        }
        boolean small = folded.startsWith("đại biểu hội đồng", at)
                || folded.startsWith("đại biểu hđnd", at)
                || folded.startsWith("chính quyền", at)
                || folded.startsWith("hệ thống truyền thanh", at);
        if (!plural && !small && !Character.isUpperCase(passage.text().charAt(at))) {
            return false;
        }
        String word = folded.substring(head, head + length);
        boolean specific =
                SPECIFIC.matcher(folded).region(start, folded.length()).lookingAt();
        boolean belongs = BELONGS.contains(word) && !folded.startsWith("tổ đại biểu", head);
        if (plural ? LISTED.contains(word) && !specific : belongs) {
            return false;
        }
        int end = head + length;
        // “Các Sở, Ban, Ngành”: a lone word belongs to the group.
        return plural || end < to && folded.charAt(end) == ' ' && !folded.startsWith(" và", end) || length > 6;
    }

    private static void add(List<String> names, String printed) {
        String name = EDGE.matcher(printed).replaceAll("");
        if (name.length() > 1) {
            names.add(name);
        }
    }
}
