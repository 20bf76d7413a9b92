package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a unit's page shows. */
@Component
class UnitViews {
    private final Organisations organisations;
    private final Charts charts;
    private final Accounts accounts;
    private final ActLog log;

    UnitViews(Organisations organisations, Charts charts, Accounts accounts, ActLog log) {
        this.organisations = organisations;
        this.charts = charts;
        this.accounts = accounts;
        this.log = log;
    }

    @Transactional(readOnly = true)
    Optional<UnitView> find(long id, LocalDate on, LocalDate today) {
        Optional<Organisation> known = organisations.known(id, on);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Chart chart = charts.around(Set.of(id));
        UnitHistory history = chart.find(known.get().code()).orElseThrow();
        boolean alive = history.life().contains(on);
        return Optional.of(new UnitView(
                known.get(),
                alive,
                history.demo(),
                history.life().from(),
                last(history.life()),
                organisations.chain(id, on),
                alive ? organisations.children(id, on) : List.of(),
                alive ? List.of() : organisations.currentHolders(id, on),
                names(history),
                parents(history, chart),
                sites(history),
                before(history, chart),
                after(history, chart),
                accounts.at(id, today),
                log.of(id)));
    }

    private static List<UnitView.Period> names(UnitHistory history) {
        return history.names().periods().stream()
                .map(period -> new UnitView.Period(
                        period.span().from(),
                        last(period.span()),
                        period.value().name(),
                        null))
                .toList();
    }

    private static List<UnitView.Period> parents(UnitHistory history, Chart chart) {
        return history.parents().periods().stream()
                .map(period -> new UnitView.Period(
                        period.span().from(),
                        last(period.span()),
                        name(chart, period.value(), period.span().from()),
                        chart.find(period.value()).map(UnitHistory::id).orElse(null)))
                .toList();
    }

    private static List<UnitView.Period> sites(UnitHistory history) {
        List<UnitView.Period> sites = new ArrayList<>();
        history.sites()
                .forEach((url, times) -> times.periods()
                        .forEach(period ->
                                sites.add(new UnitView.Period(period.span().from(), last(period.span()), url, null))));
        return sites;
    }

    private static List<UnitView.Lineage> before(UnitHistory history, Chart chart) {
        return chart.units().stream()
                .flatMap(unit -> unit.successions().stream()
                        .filter(succession -> succession.successors().contains(history.code()))
                        .map(succession -> lineage(
                                succession,
                                List.of(unit.code()),
                                chart,
                                succession.on().minusDays(1))))
                .sorted(Comparator.comparing(UnitView.Lineage::on))
                .toList();
    }

    private static List<UnitView.Lineage> after(UnitHistory history, Chart chart) {
        return history.successions().stream()
                .map(succession -> lineage(succession, succession.successors(), chart, succession.on()))
                .toList();
    }

    private static UnitView.Lineage lineage(
            Succession succession, Collection<String> codes, Chart chart, LocalDate called) {
        return new UnitView.Lineage(
                succession.on(),
                succession.form().vietnamese(),
                succession.form().english(),
                succession.basis(),
                codes.stream()
                        .map(code -> new UnitView.Reference(
                                Objects.requireNonNull(
                                        chart.find(code).orElseThrow().id()),
                                name(chart, code, called)))
                        .toList());
    }

    private static String name(Chart chart, String code, LocalDate on) {
        UnitHistory unit = chart.find(code).orElseThrow();
        return unit.names().at(on).map(UnitHistory.Naming::name).orElse(unit.lastName());
    }

    private static @Nullable LocalDate last(Span span) {
        return span.until() == null ? null : span.until().minusDays(1);
    }
}
