package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Refusal;

/** Units that a person names in a field: by code, or by a name that only one unit has. */
@Component
class UnitPicker {
    private static final int ENOUGH = 4;

    /** More suggestions than that make a form slow to load; any other unit is found by its code. */
    private static final int MOST_SUGGESTED = 1000;

    private final Organisations organisations;

    UnitPicker(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Units to be suggested to an administrator: those below the own posts. */
    List<String> suggestions(Officer officer, LocalDate on) {
        return officer.organisationsAs(Role.ADMIN).stream()
                .flatMap(post ->
                        organisations
                                .search(new Organisations.Filter("", null, null, post), on, 1, MOST_SUGGESTED)
                                .rows()
                                .stream())
                .map(unit -> unit.code() + " – " + unit.name())
                .distinct()
                .limit(MOST_SUGGESTED)
                .toList();
    }

    Organisation pick(String written, LocalDate on) {
        return organisations.findByCode(code(written), on).orElseGet(() -> byName(written, on));
    }

    /** Also a unit that has ended, by its code. */
    Organisation pickEver(String written, LocalDate today) {
        return organisations.knownByCode(code(written), today).orElseGet(() -> byName(written, today));
    }

    /** A choice from suggestions reads “code – name”. */
    private static String code(String written) {
        return written.split("\\s+–\\s+", 2)[0].strip();
    }

    private Organisation byName(String written, LocalDate on) {
        List<Organisation> found = written.isBlank()
                ? List.of()
                : organisations
                        .search(new Organisations.Filter(written, null, null, null), on, 1, 50)
                        .rows();
        List<Organisation> same = found.stream()
                .filter(unit -> same(unit.name(), written) || same(unit.label(), written))
                .toList();
        if (same.size() == 1) {
            return same.getFirst();
        }
        List<Organisation> near = same.isEmpty() ? found : same;
        String examples = near.stream()
                .limit(ENOUGH)
                .map(unit -> unit.code() + " – " + unit.name())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        if (near.isEmpty()) {
            throw Refusal.invalid(
                    "NO_SUCH_UNIT",
                    "Không có đơn vị “" + written + "” vào ngày " + Chart.show(on)
                            + ". Hãy ghi mã, hoặc đúng tên đơn vị.",
                    "There is no unit “" + written + "” on " + Chart.show(on) + ". Give its code, or its exact name.");
        }
        throw Refusal.invalid(
                "UNCLEAR_UNIT",
                "Chưa rõ “" + written + "” là đơn vị nào: " + examples + ". Hãy ghi mã.",
                "It is not clear which unit “" + written + "” is: " + examples + ". Give the code.");
    }

    private static boolean same(String name, String written) {
        return Wording.words(name).equals(Wording.words(written));
    }
}
