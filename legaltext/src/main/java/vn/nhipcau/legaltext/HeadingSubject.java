package vn.nhipcau.legaltext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a heading charges: “2. Các sở, ban, ngành tỉnh:”, “Điều 12. Trách nhiệm của Sở Nội vụ”. */
final class HeadingSubject {
    /** “Điều 14. Trách nhiệm của người quản trị …”: whatever follows names those who are charged. */
    private static final Pattern CHARGE = Pattern.compile(
            "^(?:(?:chức năng|trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ|quyền)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|quyền hạn|nghĩa vụ))*)(?: cụ thể)? của (?!các bên|mình)");

    private static final Pattern PLACE_OF_WORK = Pattern.compile(" (?:trên|tại|trong|theo|khi) ");
    private static final Pattern CHARGED = Pattern.compile("(?:có|chịu) trách nhiệm");

    private HeadingSubject() {}

    /** The actors of a heading such as “2. Các sở, ban, ngành tỉnh:” or “Điều 12. Trách nhiệm của Sở Nội vụ”. */
    static Actors of(Passage heading, boolean amongAssignments) {
        String folded = heading.folded();
        Matcher order = Actors.ORDER.matcher(folded);
        int from = order.lookingAt() ? order.end() : Actors.prefix(folded);
        UnitPhrase subject = from > 0 ? UnitPhrase.within(heading, from) : UnitPhrase.at(heading, from);
        Matcher charge = CHARGE.matcher(folded);
        if (charge.find() && (subject == null || !Actors.endsAt(heading, subject.to()))) {
            return charged(heading, charge.end());
        }
        if (subject == null) {
            return Actors.NOBODY;
        }
        Passage behind = heading.part(subject.to(), heading.length());
        if (Actors.isGiver(behind)) {
            return Actors.ordered(heading, subject.to());
        }
        String rest = Actors.BRACKET.matcher(behind.folded()).replaceFirst("").strip();
        boolean alone = rest.isEmpty() || rest.startsWith(":") || rest.equals(".") || rest.equals(";");
        boolean charged =
                CHARGED.matcher(rest).find() || Actors.DUTY_AFTER.matcher(rest).find();
        if (alone || charged || Vocabulary.DUTY_VERBS.at(rest, Actors.skip(rest)) > 0) {
            return Actors.with(heading, subject);
        }
        // “7. Các doanh nghiệp hoạt động trong lĩnh vực xây dựng …”: where work is shared out, the heading is names.
        int colon = rest.indexOf(':');
        if (!amongAssignments || (colon >= 0 && colon < rest.length() - 1)) {
            return Actors.NOBODY;
        }
        int end = colon < 0 ? heading.length() : heading.length() - 1;
        List<String> names = subject.names().size() > 1
                ? UnitNames.of(heading, subject.from(), end)
                : List.of(heading.text().substring(subject.from(), end));
        return new Actors(names, List.of(), List.of(), heading.length());
    }

    /** Whether a heading is “Trách nhiệm của …”. */
    static boolean isCharge(Passage heading) {
        return CHARGE.matcher(heading.folded()).find();
    }

    private static Actors charged(Passage heading, int from) {
        Passage name = heading.part(from, heading.length());
        String printed = name.text().replaceAll(" ?\\([^)]*\\)|[ .:;]+$", "");
        if (printed.length() > Actors.LONGEST_NAME) {
            // “… tham gia cung cấp thông tin trên Cổng thông tin điện tử tỉnh và …”
            printed = PLACE_OF_WORK.split(printed, 2)[0];
        }
        if (printed.length() > Actors.LONGEST_NAME || printed.isEmpty()) {
            return Actors.NOBODY;
        }
        UnitPhrase unit = UnitPhrase.within(name, 0);
        boolean several = unit != null && unit.names().size() > 1 && Actors.endsAt(name, unit.to());
        return new Actors(several ? unit.names() : List.of(printed), List.of(), List.of(), heading.length());
    }
}
