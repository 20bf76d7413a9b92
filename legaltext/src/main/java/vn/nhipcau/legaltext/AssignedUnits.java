package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.List;

/** The distinct units that the obligations give work to. */
final class AssignedUnits {
    private AssignedUnits() {}

    static List<String> of(List<Obligation> obligations) {
        List<String> units = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Obligation obligation : obligations) {
            for (String unit : obligation.who()) {
                String key = key(unit);
                if (!key.isEmpty() && !keys.contains(key)) {
                    keys.add(key);
                    units.add(unit);
                }
            }
        }
        return units;
    }

    private static String key(String unit) {
        return Folding.key(unit).replace("ubnd", "ủy ban nhân dân").replaceAll("^(?:các|những|mỗi|từng) ", "");
    }
}
