package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Refusal;

/** Units that a person names in a field: by code, or by a name that only one unit has. */
@Component
class UnitPicker {
    private static final int ENOUGH = 4;

    private final Organisations organisations;

    UnitPicker(Organisations organisations) {
        this.organisations = organisations;
    }

    Organisation pick(String written, LocalDate on) {
        // A choice from the suggestions reads “code – name”.
        String code = written.split("\\s+–\\s+", 2)[0].strip();
        return organisations.findByCode(code, on).orElseGet(() -> byName(written, on));
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
        List<Organisation> fitting = same.isEmpty() ? found : same;
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String examples = fitting.stream()
                .limit(ENOUGH)
                .map(unit -> unit.code() + " – " + unit.name())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        if (fitting.isEmpty()) {
            throw Refusal.invalid(
                    "NO_SUCH_UNIT",
                    "Không có đơn vị “" + written + "” vào ngày " + Chart.show(on)
                            + ". Hãy ghi mã, hoặc đúng tên đơn vị.",
                    "There is no unit “" + written + "” on " + Chart.show(on) + ". Give its code, or its exact name.");
        }
        throw Refusal.invalid(
                "SEVERAL_UNITS",
                "Có nhiều đơn vị mang tên “" + written + "”: " + examples + ". Hãy ghi mã.",
                "Several units are called “" + written + "”: " + examples + ". Give the code.");
    }

    private static boolean same(String name, String written) {
        return Wording.words(name).equals(Wording.words(written));
    }
}
