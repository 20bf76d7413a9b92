package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.web.Refusal;

/** Random acts in random order of days, against a model that writes down every unit on every day. */
@ServerTest
class RandomActsTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 60;
    private static final int ACTS = 120;

    @Autowired
    Organisations organisations;

    @Autowired
    Reorganisations reorganisations;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20250701})
    void every_question_about_any_day_is_answered_as_the_diary_says(long seed) {
        Random random = new Random(seed);
        Diary diary = new Diary();
        int refused = 0;
        for (int act = 0; act < ACTS; act++) {
            int day = random.nextInt(DAYS);
            Diary next = new Diary(diary);
            boolean right = next.act(random.nextInt(9), day, random, act);
            Runnable real = next.real;
            if (real == null) {
                continue;
            }
            try {
                real.run();
                assertThat(right)
                        .as("seed %d: act %d was allowed but breaks the tree", seed, act)
                        .isTrue();
                diary = next;
            } catch (Refusal refusal) {
                assertThat(right)
                        .as("seed %d: act %d was refused: %s", seed, act, refusal.getMessage())
                        .isFalse();
                refused++;
            }
        }
        assertThat(refused).as("the generator also tries what is wrong").isBetween(5, ACTS - 30);
        for (int day = 0; day < DAYS; day++) {
            compare(diary, day);
        }
    }

    private void compare(Diary diary, int day) {
        LocalDate on = START.plusDays(day);
        Map<Long, Organisation> known = organisations.known(diary.units.keySet(), on).stream()
                .collect(Collectors.toMap(Organisation::id, unit -> unit));
        for (Entry unit : diary.units.values()) {
            Organisation found = organisations.find(unit.id, on).orElse(null);
            if (!unit.alive(day)) {
                assertThat(found).isNull();
                assertThat(Objects.requireNonNull(known.get(unit.id)).name())
                        .isEqualTo(unit.names[Math.clamp(day, unit.from, unit.until - 1)]);
            } else {
                assertThat(found).isNotNull().isEqualTo(known.get(unit.id));
                assertThat(found.name()).isEqualTo(unit.names[day]);
                assertThat(found.parentId()).isEqualTo(unit.parents[day]);
            }
            assertThat(organisations.covers(Set.of(unit.id), on)).isEqualTo(diary.subtree(unit.id, day));
            assertThat(organisations.currentHolders(unit.id, on).stream()
                            .map(Organisation::id)
                            .collect(Collectors.toSet()))
                    .isEqualTo(diary.holders(unit.id, day));
            assertThat(organisations.predecessors(Set.of(unit.id), on)).isEqualTo(diary.predecessors(unit.id, day));
        }
    }

    /** One unit, day by day. The last day stands for ever after. */
    private static final class Entry {
        final long id;
        final int from;
        int until = DAYS;
        final String[] names = new String[DAYS];
        final Long[] parents = new Long[DAYS];
        final Map<Integer, Set<Long>> successors = new HashMap<>();

        Entry(long id, int from) {
            this.id = id;
            this.from = from;
        }

        Entry(Entry other) {
            this(other.id, other.from);
            until = other.until;
            System.arraycopy(other.names, 0, names, 0, DAYS);
            System.arraycopy(other.parents, 0, parents, 0, DAYS);
            other.successors.forEach((day, ids) -> successors.put(day, new HashSet<>(ids)));
        }

        boolean alive(int day) {
            return day >= from && day < until;
        }

        /** Writes the new value over the old one as long as that was to hold. */
        <T> void write(@Nullable T[] diary, int day, @Nullable T value) {
            T old = diary[day];
            for (int d = day; d < until && Objects.equals(diary[d], old); d++) {
                diary[d] = value;
            }
        }

        boolean changesFrom(int day) {
            for (int d = Math.max(day, from + 1); d < until; d++) {
                if (!Objects.equals(names[d], names[d - 1]) || !Objects.equals(parents[d], parents[d - 1])) {
                    return true;
                }
            }
            return until < DAYS || successors.keySet().stream().anyMatch(d -> d >= day);
        }

        void end(int day) {
            until = day;
            Arrays.fill(names, day, DAYS, null);
            Arrays.fill(parents, day, DAYS, null);
        }
    }

    private final class Diary {
        final Map<Long, Entry> units = new HashMap<>();

        @Nullable
        Runnable real;

        Diary() {}

        Diary(Diary other) {
            other.units.forEach((id, entry) -> units.put(id, new Entry(entry)));
        }

        /** Writes the act down and prepares the real one; @return whether it is right */
        boolean act(int kind, int day, Random random, int number) {
            Decision decision = new Decision(START.plusDays(day), null, "thử", null, Instant.EPOCH);
            if (units.size() < 6 || kind <= 1) {
                return found(day, any(random, 0.8), decision, number);
            }
            Entry unit = Objects.requireNonNull(units.get(Objects.requireNonNull(any(random, 1))));
            Entry other = Objects.requireNonNull(units.get(Objects.requireNonNull(any(random, 1))));
            return switch (kind) {
                case 2, 3 -> {
                    String name = "Tên " + number % 4;
                    real = () -> reorganisations.rename(unit.id, name, null, decision);
                    if (!unit.alive(day)) {
                        yield false;
                    }
                    unit.write(unit.names, day, name);
                    yield true;
                }
                case 4, 5 -> {
                    Long parent = any(random, 0.9);
                    real = () -> reorganisations.move(unit.id, parent, decision);
                    if (!unit.alive(day)) {
                        yield false;
                    }
                    unit.write(unit.parents, day, parent);
                    yield sound();
                }
                case 6 -> {
                    real = () -> reorganisations.merge(Set.of(unit.id), other.id, decision);
                    if (unit == other || !ends(unit, day) || !other.alive(day)) {
                        yield false;
                    }
                    unit.end(day);
                    unit.successors.put(day, Set.of(other.id));
                    for (Entry below : units.values()) {
                        for (int d = day; d < DAYS && below != other; d++) {
                            if (Objects.equals(below.parents[d], unit.id)) {
                                below.parents[d] = other.id;
                            }
                        }
                    }
                    yield sound();
                }
                case 7 -> {
                    boolean goes = random.nextBoolean();
                    real = () -> reorganisations.split(unit.id, Set.of(other.id), goes, decision);
                    if (unit == other || !other.alive(day) || !unit.alive(day) || day == unit.from) {
                        yield false;
                    }
                    if (goes ? !ends(unit, day) : unit.successors.containsKey(day)) {
                        yield false;
                    }
                    if (goes) {
                        unit.end(day);
                    }
                    unit.successors.put(day, Set.of(other.id));
                    yield sound();
                }
                default -> {
                    real = () -> reorganisations.close(unit.id, decision);
                    if (!ends(unit, day)) {
                        yield false;
                    }
                    unit.end(day);
                    yield sound();
                }
            };
        }

        private boolean found(int day, @Nullable Long parent, Decision decision, int number) {
            String name = "Đơn vị " + number;
            real = () -> {
                long id = reorganisations.found(
                        new Founding(null, Line.STATE, name, null, "khac", parent, false), decision);
                Entry entry = new Entry(id, day);
                Arrays.fill(entry.names, day, DAYS, name);
                Arrays.fill(entry.parents, day, DAYS, parent);
                units.put(id, entry);
            };
            Entry above = parent == null ? null : units.get(parent);
            return above == null || (above.alive(day) && above.until == DAYS);
        }

        private boolean ends(Entry unit, int day) {
            return unit.alive(day) && day > unit.from && !unit.changesFrom(day);
        }

        private @Nullable Long any(Random random, double chance) {
            List<Long> ids = new ArrayList<>(new TreeSet<>(units.keySet()));
            return ids.isEmpty() || random.nextDouble() >= chance ? null : ids.get(random.nextInt(ids.size()));
        }

        /** Every day: parents live, nobody stands below itself, and whoever took over lived. */
        private boolean sound() {
            for (int day = 0; day < DAYS; day++) {
                for (Entry unit : units.values()) {
                    Set<Long> way = new HashSet<>();
                    for (Long id = unit.alive(day) ? unit.id : null; id != null; ) {
                        Entry above = Objects.requireNonNull(units.get(id));
                        if (!way.add(id) || !above.alive(day)) {
                            return false;
                        }
                        id = above.parents[day];
                    }
                }
            }
            return units.values().stream()
                    .allMatch(unit -> unit.successors.entrySet().stream()
                            .allMatch(taken -> taken.getValue().stream()
                                    .allMatch(id -> Objects.requireNonNull(units.get(id))
                                            .alive(taken.getKey()))));
        }

        Set<Long> subtree(long root, int day) {
            return units.values().stream()
                    .filter(unit -> {
                        for (Long id = unit.alive(day) ? unit.id : null; id != null; ) {
                            if (id == root) {
                                return true;
                            }
                            id = Objects.requireNonNull(units.get(id)).parents[day];
                        }
                        return false;
                    })
                    .map(unit -> unit.id)
                    .collect(Collectors.toSet());
        }

        Set<Long> holders(long id, int day) {
            Entry unit = Objects.requireNonNull(units.get(id));
            if (unit.alive(day)) {
                return Set.of(id);
            }
            if (day < unit.from) {
                return Set.of();
            }
            return unit.successors.getOrDefault(unit.until, Set.of()).stream()
                    .flatMap(heir -> holders(heir, day).stream())
                    .collect(Collectors.toSet());
        }

        Set<Long> predecessors(long id, int day) {
            return units.keySet().stream()
                    .filter(other -> other != id && holders(other, day).contains(id))
                    .collect(Collectors.toSet());
        }
    }
}
