package vn.nhipcau.consultation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a table: a line for each clause in the draft's order, a column for each stance. Opinions by channels that the
 * rules do not count stand apart.
 */
record FigureTable(List<Line> lines, Line total, long notCounted) {

    /** @param clause empty: the whole draft */
    record Line(@Nullable Clause clause, String name, Map<Stance, Long> stances) {
        long of(Stance stance) {
            return stances.getOrDefault(stance, 0L);
        }

        long all() {
            return stances.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Of a hundred, rounded. */
        String share(Stance stance) {
            return of(stance) == 0 ? "" : Math.round(100.0 * of(stance) / all()) + " %";
        }
    }

    static FigureTable of(
            List<Figures.Figure> figures,
            List<Clause> clauses,
            Set<Channel> counted,
            Predicate<Figures.Figure> wanted) {
        Map<String, Line> lines = new LinkedHashMap<>();
        lines.put("", new Line(null, "", new EnumMap<>(Stance.class)));
        for (Clause clause : clauses) {
            lines.put(clause.anchor(), new Line(clause, clause.heading(), new EnumMap<>(Stance.class)));
        }
        Line total = new Line(null, "", new EnumMap<>(Stance.class));
        long notCounted = 0;
        for (Figures.Figure figure : figures) {
            if (!wanted.test(figure)) {
                continue;
            }
            if (!counted.contains(figure.channel())) {
                notCounted += figure.opinions();
                continue;
            }
            String anchor = figure.clause() == null ? "" : figure.clause();
            // A clause that the latest version has no more keeps its line, under its anchor.
            lines.computeIfAbsent(anchor, gone -> new Line(null, gone, new EnumMap<>(Stance.class)))
                    .stances()
                    .merge(figure.stance(), figure.opinions(), Long::sum);
            total.stances().merge(figure.stance(), figure.opinions(), Long::sum);
        }
        return new FigureTable(new ArrayList<>(lines.values()), total, notCounted);
    }

    /** By channel and batch: a line for each channel that occurs. */
    static Map<Channel, Map<Integer, Long>> byChannel(List<Figures.Figure> figures) {
        Map<Channel, Map<Integer, Long>> channels = new EnumMap<>(Channel.class);
        for (Figures.Figure figure : figures) {
            channels.computeIfAbsent(figure.channel(), channel -> new LinkedHashMap<>())
                    .merge(figure.batch(), figure.opinions(), Long::sum);
        }
        return channels;
    }

    static Set<Channel> all() {
        return EnumSet.allOf(Channel.class);
    }
}
