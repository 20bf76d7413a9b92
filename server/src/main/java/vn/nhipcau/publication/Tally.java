package vn.nhipcau.publication;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many units stand how. */
final class Tally {
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

    void add(Standing standing, int units) {
        counts.merge(standing, units, Integer::sum);
    }

    void add(Tally other) {
        other.counts.forEach(this::add);
    }

    int of(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int full() {
        return of(Standing.FULL);
    }

    /** Units of which nothing can be said, for whatever reason. */
    int unknown() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().unknown())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** “35,7 %” of all units. */
    String share(int units) {
        return total() == 0 ? "–" : String.format(Locale.of("vi"), "%.1f", units * 100.0 / total()) + " %";
    }
}
