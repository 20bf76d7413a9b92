package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is recorded about one unit, over its whole life. Units are named by their codes here, so that a history
 * read from a file is the same thing as one read from the database. Immutable; the rules that it must keep are {@link
 * Chart}'s.
 *
 * @param id null: not stored yet
 * @param parents codes
 * @param successions by day
 * @param sites when each web address held
 */
record UnitHistory(
        @Nullable Long id,
        String code,
        Line line,
        boolean demo,
        Span life,
        Timeline<Naming> names,
        Timeline<String> parents,
        List<Succession> successions,
        SortedMap<String, Timeline<Boolean>> sites) {

    record Naming(String name, @Nullable String shortName, String kind) {}

    UnitHistory named(LocalDate from, Naming naming) {
        return new UnitHistory(id, code, line, demo, life, names.from(from, naming, life), parents, successions, sites);
    }

    UnitHistory placed(LocalDate from, @Nullable String parent) {
        return new UnitHistory(id, code, line, demo, life, names, parents.from(from, parent, life), successions, sites);
    }

    UnitHistory placed(Timeline<String> everywhere) {
        return new UnitHistory(id, code, line, demo, life, names, everywhere, successions, sites);
    }

    UnitHistory identified(@Nullable Long stored) {
        return new UnitHistory(stored, code, line, demo, life, names, parents, successions, sites);
    }

    /** The last day is the one before. */
    UnitHistory ended(LocalDate on) {
        return new UnitHistory(
                id,
                code,
                line,
                demo,
                new Span(life.from(), on),
                names.until(on),
                parents.until(on),
                successions.stream().filter(past -> !past.on().isAfter(on)).toList(),
                sitesUntil(on));
    }

    private SortedMap<String, Timeline<Boolean>> sitesUntil(LocalDate on) {
        SortedMap<String, Timeline<Boolean>> kept = new TreeMap<>();
        sites.forEach((url, times) -> {
            Timeline<Boolean> before = times.until(on);
            if (!before.periods().isEmpty()) {
                kept.put(url, before);
            }
        });
        return kept;
    }

    UnitHistory succeeded(Succession succession) {
        List<Succession> all = new ArrayList<>(successions);
        all.add(succession);
        all.sort(Comparator.comparing(Succession::on));
        return new UnitHistory(id, code, line, demo, life, names, parents, List.copyOf(all), sites);
    }

    UnitHistory withSite(LocalDate from, String url, boolean present) {
        SortedMap<String, Timeline<Boolean>> changed = new TreeMap<>(sites);
        Timeline<Boolean> times = sites.getOrDefault(url, Timeline.empty()).from(from, present ? true : null, life);
        if (times.periods().isEmpty()) {
            changed.remove(url);
        } else {
            changed.put(url, times);
        }
        return new UnitHistory(id, code, line, demo, life, names, parents, successions, changed);
    }

    /** The days after its founding on which something about its names, place, successors or end changes. */
    Stream<LocalDate> changes() {
        return Stream.of(
                        names.changes(),
                        parents.changes(),
                        successions.stream().map(Succession::on),
                        Stream.ofNullable(life.until()))
                .flatMap(days -> days)
                .filter(life.from()::isBefore)
                .sorted();
    }

    /** As it was called on its last day, or is called to no end. */
    String lastName() {
        return names.periods().isEmpty()
                ? code
                : names.periods().getLast().value().name();
    }
}
