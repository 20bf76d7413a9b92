package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;

/**
 * Acts that change the tree, each from a day on, with its ground recorded. An act changes what holds from its day until
 * the next change already recorded, so that acts may be recorded late and in any order. Whoever calls has asked whether
 * the person may do it.
 */
@Service
public class Reorganisations {
    /** Begins the codes of units to which no official one has been given. */
    static final String PROVISIONAL = "tam.";

    private final JdbcClient jdbc;
    private final Charts charts;
    private final ActLog log;

    Reorganisations(JdbcClient jdbc, Charts charts, ActLog log) {
        this.jdbc = jdbc;
        this.charts = charts;
        this.log = log;
    }

    /** @return the new unit's id */
    @Transactional
    public long found(Founding founding, Decision decision) {
        Draft draft = draft(founding.parentId() == null ? Set.of() : Set.of(founding.parentId()));
        String code = founding.code() == null || founding.code().isBlank()
                ? PROVISIONAL + UUID.randomUUID().toString().substring(0, 13)
                : founding.code().strip();
        if (code.length() > Column.CODE.limit() || taken(code)) {
            throw Refusal.invalid(
                    "CODE_TAKEN",
                    "Mã “" + code + "” đã có đơn vị dùng, hoặc dài quá " + Column.CODE.limit()
                            + " ký tự. Hãy dùng mã khác.",
                    "The code “" + code + "” is in use or longer than " + Column.CODE.limit()
                            + " characters. Use another.");
        }
        Span life = new Span(decision.on(), null);
        UnitHistory.Naming naming = naming(founding.name(), founding.shortName(), founding.kind());
        draft.put(new UnitHistory(
                null,
                code,
                founding.line(),
                founding.demo(),
                life,
                Timeline.of(life, naming),
                founding.parentId() == null ? Timeline.empty() : Timeline.of(life, draft.code(founding.parentId())),
                List.of(),
                new TreeMap<>()));
        long id = draft.store().get(code);
        log.add(Act.Kind.FOUND, decision, null, naming.name(), Set.of(id));
        return id;
    }

    /** New name, same unit. */
    @Transactional
    public void rename(long id, String name, @Nullable String shortName, Decision decision) {
        Draft draft = draft(Set.of(id));
        UnitHistory unit = draft.alive(id, decision.on());
        String kind = unit.names().at(decision.on()).orElseThrow().kind();
        named(draft, unit, naming(name, shortName, kind), Act.Kind.RENAME, decision);
    }

    /** New name and kind, same unit: a thị xã becomes a thành phố. */
    @Transactional
    public void upgrade(long id, String name, @Nullable String shortName, String kind, Decision decision) {
        Draft draft = draft(Set.of(id));
        UnitHistory unit = draft.alive(id, decision.on());
        named(draft, unit, naming(name, shortName, kind), Act.Kind.UPGRADE, decision);
    }

    private void named(Draft draft, UnitHistory unit, UnitHistory.Naming naming, Act.Kind kind, Decision decision) {
        String was = unit.names().at(decision.on()).orElseThrow().name();
        draft.put(unit.named(decision.on(), naming));
        log.add(kind, decision, was, naming.name(), draft.store().values());
    }

    /** @param parentId null: to the top */
    @Transactional
    public void move(long id, @Nullable Long parentId, Decision decision) {
        Draft draft = draft(parentId == null ? List.of(id) : List.of(id, parentId));
        UnitHistory unit = draft.alive(id, decision.on());
        Optional<String> was = unit.parents().at(decision.on());
        draft.put(unit.placed(decision.on(), parentId == null ? null : draft.code(parentId)));
        draft.store();
        log.add(
                Act.Kind.MOVE,
                decision,
                was.map(draft::name).orElse(null),
                parentId == null ? null : draft.name(draft.code(parentId)),
                Set.of(id));
    }

    /**
     * The predecessors end on the day before; their work, and the units still below them, go to {@code into}, which may be
     * one of them and then lives on.
     */
    @Transactional
    public void merge(Set<Long> predecessors, long into, Decision decision) {
        Set<Long> ending = new LinkedHashSet<>(predecessors);
        ending.remove(into);
        if (ending.isEmpty()) {
            throw Refusal.invalid(
                    "NOTHING_TO_MERGE",
                    "Hãy chọn ít nhất một đơn vị khác để sáp nhập vào đơn vị này.",
                    "Choose at least one other unit to merge into this one.");
        }
        Set<Long> all = new HashSet<>(ending);
        all.add(into);
        Draft draft = draft(all);
        String heir = draft.alive(into, decision.on()).code();
        List<String> names = new ArrayList<>();
        for (long id : ending) {
            UnitHistory unit = draft.alive(id, decision.on());
            names.add(draft.name(unit.code()));
            draft.put(draft.end(unit, decision.on())
                    .succeeded(new Succession(
                            decision.on(), Succession.Form.MERGE, decision.basis(), new TreeSet<>(Set.of(heir)))));
        }
        draft.handOver(ending.stream().map(draft::code).collect(Collectors.toSet()), heir, decision.on());
        draft.store();
        log.add(Act.Kind.MERGE, decision, String.join("; ", names), draft.name(heir), all);
    }

    /** @param ends whether the unit itself ends, or lives on beside those split out of it */
    @Transactional
    public void split(long id, Set<Long> successors, boolean ends, Decision decision) {
        Set<Long> others = new LinkedHashSet<>(successors);
        others.remove(id);
        if (others.isEmpty()) {
            throw Refusal.invalid(
                    "NOTHING_TO_SPLIT",
                    "Hãy thành lập các đơn vị mới trước, rồi chọn chúng làm đơn vị kế thừa.",
                    "Found the new units first, then choose them as successors.");
        }
        Set<Long> all = new HashSet<>(others);
        all.add(id);
        Draft draft = draft(all);
        UnitHistory unit = draft.alive(id, decision.on());
        TreeSet<String> heirs = others.stream().map(draft::code).collect(Collectors.toCollection(TreeSet::new));
        Succession succession = new Succession(decision.on(), Succession.Form.SPLIT, decision.basis(), heirs);
        draft.put((ends ? draft.end(unit, decision.on()) : unit).succeeded(succession));
        draft.store();
        log.add(
                Act.Kind.SPLIT,
                decision,
                draft.name(unit.code()),
                heirs.stream().map(draft::name).collect(Collectors.joining("; ")),
                all);
    }

    /** Ends the unit without successor; nothing may stand below it any more. */
    @Transactional
    public void close(long id, Decision decision) {
        Draft draft = draft(Set.of(id));
        UnitHistory unit = draft.alive(id, decision.on());
        draft.put(draft.end(unit, decision.on()));
        draft.store();
        log.add(Act.Kind.CLOSE, decision, draft.name(unit.code()), null, Set.of(id));
    }

    /** Gives the official code in place of the provisional one, or of a wrong one. */
    @Transactional
    public void code(long id, String code, Decision decision) {
        Draft draft = draft(Set.of(id));
        String given = code.strip();
        if (given.isEmpty() || given.length() > Column.CODE.limit() || taken(given)) {
            throw Refusal.invalid(
                    "CODE_TAKEN",
                    "Mã “" + given + "” đã có đơn vị dùng, hoặc không có từ 1 đến " + Column.CODE.limit() + " ký tự.",
                    "The code “" + given + "” is in use, or does not have 1 to " + Column.CODE.limit()
                            + " characters.");
        }
        jdbc.sql("UPDATE directory.organisation SET code = ? WHERE id = ?")
                .params(given, id)
                .update();
        log.add(Act.Kind.CODE, decision, draft.code(id), given, Set.of(id));
    }

    /** @param present whether the site is the unit's from that day on, or no longer */
    @Transactional
    public void site(long id, String url, boolean present, Decision decision) {
        Draft draft = draft(Set.of(id));
        UnitHistory unit = draft.alive(id, decision.on());
        String address = url.strip();
        draft.put(unit.withSite(decision.on(), address, present));
        draft.store();
        log.add(Act.Kind.SITE, decision, present ? null : address, present ? address : null, Set.of(id));
    }

    private static UnitHistory.Naming naming(String name, @Nullable String shortName, String kind) {
        return new UnitHistory.Naming(
                Wording.tidy(name), shortName == null || shortName.isBlank() ? null : Wording.tidy(shortName), kind);
    }

    private boolean taken(String code) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM directory.organisation WHERE code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    private Draft draft(Collection<Long> ids) {
        charts.lock();
        return new Draft(charts.around(ids));
    }

    /** A chart in the making. */
    private final class Draft {
        private final Chart chart;
        private final Map<Long, String> codes = new HashMap<>();
        private final Set<String> changed = new LinkedHashSet<>();

        Draft(Chart chart) {
            this.chart = chart;
            chart.units().forEach(unit -> codes.put(unit.id(), unit.code()));
        }

        String code(long id) {
            String code = codes.get(id);
            if (code == null) {
                throw Refusal.notFound();
            }
            return code;
        }

        String name(String code) {
            return chart.find(code).orElseThrow().lastName();
        }

        UnitHistory alive(long id, LocalDate on) {
            UnitHistory unit = chart.find(code(id)).orElseThrow();
            if (!unit.life().contains(on)) {
                throw Refusal.invalid(
                        "NOT_ALIVE_THAT_DAY",
                        "“" + unit.lastName() + "” không tồn tại vào ngày " + Chart.show(on) + ". Hãy chọn ngày khác.",
                        "“" + unit.lastName() + "” does not exist on " + Chart.show(on) + ". Choose another day.");
            }
            return unit;
        }

        /** Refuses to wipe out what is already recorded for later days. */
        UnitHistory end(UnitHistory unit, LocalDate on) {
            unit.changes().filter(day -> !day.isBefore(on)).findFirst().ifPresent(day -> {
                throw Refusal.invalid(
                        "LATER_CHANGE",
                        "Đã ghi một thay đổi của “" + unit.lastName() + "” vào ngày " + Chart.show(day)
                                + ", từ ngày đó mới kết thúc được. Nếu ghi nhầm, hãy sửa lịch sử đơn vị bằng tệp nhập.",
                        "A change of “" + unit.lastName() + "” is recorded for " + Chart.show(day)
                                + "; it cannot end before. If that is wrong, correct the history with an import file.");
            });
            return unit.ended(on);
        }

        void put(UnitHistory unit) {
            chart.put(unit);
            changed.add(unit.code());
        }

        /** What stood below these from that day on stands below the heir. */
        void handOver(Set<String> ending, String heir, LocalDate on) {
            for (UnitHistory unit : List.copyOf(chart.units())) {
                if (unit.code().equals(heir)) {
                    continue;
                }
                List<Timeline.Period<String>> placed = new ArrayList<>();
                boolean moved = false;
                for (Timeline.Period<String> period : unit.parents().periods()) {
                    Span after = period.span().shared(new Span(on, null));
                    if (after == null || !ending.contains(period.value())) {
                        placed.add(period);
                        continue;
                    }
                    moved = true;
                    Span before = new Span(period.span().from(), on);
                    if (!before.empty()) {
                        placed.add(new Timeline.Period<>(before, period.value()));
                    }
                    placed.add(new Timeline.Period<>(after, heir));
                }
                if (moved) {
                    put(unit.placed(Timeline.of(placed)));
                }
            }
        }

        Map<String, Long> store() {
            List<Fault> faults = chart.faults(changed, charts.kinds());
            if (!faults.isEmpty()) {
                throw Refusal.invalid(
                        "TREE_BROKEN",
                        faults.getFirst().vietnamese(),
                        faults.getFirst().english());
            }
            return charts.save(chart, changed);
        }
    }
}
