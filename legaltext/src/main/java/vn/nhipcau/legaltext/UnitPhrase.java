package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run of names of units or groups: “Các sở, ban, ngành tỉnh; UBND các xã, phường”.
 *
 * @param from where it begins in the passage
 * @param to where it ends
 * @param names each unit or group as printed
 */
record UnitPhrase(int from, int to, List<String> names) {
    private static final Pattern GENERIC = Pattern.compile(
            "(?:thủ trưởng |người đứng đầu |các ông, bà |lãnh đạo )?(?:các )?(?:cơ quan|đơn vị|đồng chí|tổ chức|địa phương|ông|bà|, |và )+(?: ?sau(?: đây)?)?");

    private static final Pattern OTHERS = Pattern.compile(
            ",? và (?:các |những )?[^,;]{0,40} khác$|, (?:các|những) [^,;]{0,40} khác$|(?:,|;)? ?[.…]+$");
    private static final Pattern PROPER_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\d&.-]{2,20}(?: \\p{Lu}[\\p{L}\\d&.-]{0,20}){0,3}");

    /** @return null when no unit is named at {@code from} */
    static @Nullable UnitPhrase at(Passage passage, int from) {
        return at(passage, from, false);
    }

    /** As {@link #at}, but a name in small letters will do: inside a sentence “cơ quan chủ trì” is a subject too. */
    static @Nullable UnitPhrase within(Passage passage, int from) {
        return at(passage, from, true);
    }

    private static @Nullable UnitPhrase at(Passage passage, int from, boolean small) {
        String folded = passage.folded();
        int start = UnitExtent.skip(folded, from);
        int head = UnitHead.end(passage, start, small);
        if (head < 0) {
            return null;
        }
        int end = UnitExtent.of(passage, start, head);
        if (isGeneric(folded.substring(start, end)) && folded.startsWith(": ", end)) {
            UnitPhrase listed = at(passage, end + 2);
            if (listed != null) {
                return listed;
            }
        }
        List<String> names = UnitNames.of(passage, start, end);
        names.addAll(members(passage, end));
        return names.isEmpty() ? null : new UnitPhrase(start, end, names);
    }

    /** “Thủ trưởng các cơ quan: các sở, ban, ngành tỉnh; …”: the list behind the colon tells who is meant. */
    private static boolean isGeneric(String folded) {
        return GENERIC.matcher(folded).matches();
    }

    /** “Các cơ quan báo chí (Báo …, Đài …)”: the members named in brackets behind a group, when there are several. */
    private static List<String> members(Passage passage, int end) {
        int close = passage.text().startsWith(" (", end) ? passage.text().indexOf(')', end) : -1;
        if (close < 0) {
            return List.of();
        }
        Passage inside = passage.part(end + 2, close);
        List<String> members = UnitHead.end(inside, 0, false) > 0
                ? UnitNames.of(inside, 0, inside.length())
                : properNames(inside.text());
        return members.size() > 1 ? members : List.of();
    }

    /** “(VNPT, Viettel, MobiFone và doanh nghiệp khác)”: bare names, and others that have none. */
    private static List<String> properNames(String inside) {
        List<String> names = new ArrayList<>();
        for (String part : OTHERS.matcher(inside).replaceFirst("").split(",\\s*|;\\s*| và ")) {
            if (!PROPER_NAME.matcher(part).matches()) {
                return List.of();
            }
            names.add(part);
        }
        return names;
    }
}
