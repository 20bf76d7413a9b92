package vn.nhipcau.publication;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares over time as lines of an SVG drawing; look and colour are the style sheet's. The same figures stand in a table
 * beside it.
 *
 * @param lines of all units first, then of each group
 */
record CoverageChart(List<Line> lines, List<Mark> days, List<Mark> shares) {
    static final int WIDTH = 720;
    static final int HEIGHT = 260;
    private static final int LEFT = 48;
    private static final int RIGHT = 26;
    private static final int TOP = 12;
    private static final int BOTTOM = 32;
    /** More lines than these cannot be told apart. */
    private static final int MOST_LINES = 5;

    private static final int MOST_DATES = 6;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");

    /** @param look number of the line's look in the style sheet */
    record Line(String name, int look, String points, int endX, int endY) {}

    /** A word at a place of an axis. */
    record Mark(int x, int y, String text) {}

    /** Null before the second day: one day is no line. */
    static @Nullable CoverageChart of(List<Coverage.Day> days, Map<String, Tally> blocks, String all) {
        if (days.size() < 2) {
            return null;
        }
        int units = Coverage.sum(blocks).total();
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                all, 0, days.stream().map(day -> share(day.allFull(), units)).toList()));
        if (blocks.size() > 1) {
            for (Map.Entry<String, Tally> block : blocks.entrySet()) {
                if (lines.size() < MOST_LINES) {
                    int size = block.getValue().total();
                    lines.add(line(
                            block.getKey(),
                            lines.size(),
                            days.stream()
                                    .map(day -> share(day.full().getOrDefault(block.getKey(), 0), size))
                                    .toList()));
                }
            }
        }
        List<Mark> dates = new ArrayList<>();
        int step = Math.max(1, (days.size() + MOST_DATES - 1) / MOST_DATES);
        for (int i = 0; i < days.size(); i += step) {
            dates.add(new Mark(
                    x(i, days.size()), HEIGHT - 10, SHORT.format(days.get(i).on())));
        }
        List<Mark> shares = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 25) {
            shares.add(new Mark(LEFT, y(percent / 100.0), percent + "%"));
        }
        return new CoverageChart(lines, dates, shares);
    }

    private static double share(int full, int of) {
        return of == 0 ? 0 : full / (double) of;
    }

    private static Line line(String name, int look, List<Double> shares) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            points.append(String.format(Locale.ROOT, "%d,%d ", x(i, shares.size()), y(shares.get(i))));
        }
        int last = shares.size() - 1;
        return new Line(name, look, points.toString().strip(), x(last, shares.size()), y(shares.get(last)));
    }

    private static int x(int i, int count) {
        return LEFT + (int) Math.round(i * (double) (WIDTH - LEFT - RIGHT) / (count - 1));
    }

    private static int y(double share) {
        return TOP + (int) Math.round((1 - share) * (HEIGHT - TOP - BOTTOM));
    }
}
