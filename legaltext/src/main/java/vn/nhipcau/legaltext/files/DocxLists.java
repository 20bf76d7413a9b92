package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The automatic numbering of a .docx (ECMA-376 part 1, 17.9): the file holds only “item of list 3, level 1”, what is
 * printed has to be counted.
 */
final class DocxLists {
    private static final int LEVELS = 9;

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<Definition, int[]> counters = new HashMap<>();
    private final Set<Instance> begun = new HashSet<>();

    DocxLists(XmlPart part, DocxStyles styles) throws IOException, UnreadableFile {
        var links = new HashMap<Definition, String>();
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
            if (event != XmlPart.Event.START) {
                continue;
            }
            switch (part.name()) {
                case "abstractNum" -> {
                    var definition = new Definition();
                    definitions.put(part.attribute("abstractNumId", ""), definition);
                    definition.read(part, links);
                }
                case "num" -> {
                    String id = part.attribute("numId", "");
                    instances.put(id, readInstance(part));
                }
                default -> {}
            }
        }
        // A definition may only point to a list style, which names the list that has the levels.
        links.forEach((definition, style) -> {
            Instance target = instances.get(styles.listOf(style));
            if (target != null) {
                definition.levels = target.definition.levels;
            }
        });
    }

    /** What is printed before the next paragraph of this list, with the space after it; empty for no list. */
    String label(@Nullable String list, @Nullable Integer givenLevel, @Nullable String style) {
        Instance instance = instances.get(list);
        if (instance == null) {
            return "";
        }
        int level = Math.clamp(givenLevel != null ? givenLevel : instance.definition.levelOf(style), 0, LEVELS - 1);
        int[] counts = counters.computeIfAbsent(instance.definition, d -> new int[LEVELS]);
        if (begun.add(instance)) {
            instance.starts.forEach((at, start) -> counts[at] = 0);
        }
        count(instance, level, counts);
        return instance.level(level).print(instance, counts, level);
    }

    private static void count(Instance instance, int level, int[] counts) {
        counts[level] = counts[level] == 0 ? instance.start(level) + 1 : counts[level] + 1;
        for (int lower = level + 1; lower < LEVELS; lower++) {
            if (instance.level(lower).restarts) {
                counts[lower] = 0;
            }
        }
    }

    private Instance readInstance(XmlPart part) throws IOException, UnreadableFile {
        var instance = new Instance();
        int level = 0;
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
            if (event == XmlPart.Event.END && part.name().equals("num")) {
                break;
            }
            if (event == XmlPart.Event.START) {
                switch (part.name()) {
                    case "abstractNumId" ->
                        instance.definition = definitions.getOrDefault(part.attribute("val", ""), instance.definition);
                    case "lvlOverride" -> level = Math.clamp(part.number("ilvl", 0), 0, LEVELS - 1);
                    case "startOverride" -> instance.starts.put(level, part.number("val", 1));
                    case "lvl" -> instance.levels[level] = Level.read(part);
                    default -> {}
                }
            }
        }
        return instance;
    }

    private static final class Definition {
        private Level[] levels = new Level[LEVELS];

        void read(XmlPart part, Map<Definition, String> links) throws IOException, UnreadableFile {
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
                if (event == XmlPart.Event.END && part.name().equals("abstractNum")) {
                    return;
                }
                if (event == XmlPart.Event.START) {
                    switch (part.name()) {
                        case "numStyleLink" -> links.put(this, part.attribute("val", ""));
                        case "lvl" -> {
                            int at = Math.clamp(part.number("ilvl", 0), 0, LEVELS - 1);
                            levels[at] = Level.read(part);
                        }
                        default -> {}
                    }
                }
            }
        }

        int levelOf(@Nullable String style) {
            for (int i = 0; i < LEVELS; i++) {
                if (levels[i] != null && style != null && style.equals(levels[i].style)) {
                    return i;
                }
            }
            return 0;
        }
    }

    /** A list in use: a definition, with levels or starts of its own. Counts are kept one higher, 0 for “not begun”. */
    private static final class Instance {
        private Definition definition = new Definition();
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final @Nullable Level[] levels = new @Nullable Level[LEVELS];

        Level level(int at) {
            Level own = levels[at];
            if (own != null) {
                return own;
            }
            Level defined = definition.levels[at];
            return defined != null ? defined : Level.PLAIN;
        }

        int start(int at) {
            return starts.getOrDefault(at, level(at).start);
        }
    }

    private static final class Level {
        private static final Level PLAIN = new Level();

        private int start = 1;
        private String format = "decimal";
        private String text = "";
        private String after = " ";
        private boolean decimalOnly;
        private boolean restarts = true;
        private @Nullable String style;

        static Level read(XmlPart part) throws IOException, UnreadableFile {
            var level = new Level();
            for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
                if (event == XmlPart.Event.END && part.name().equals("lvl")) {
                    break;
                }
                if (event != XmlPart.Event.START) {
                    continue;
                }
                switch (part.name()) {
                    case "start" -> level.start = part.number("val", 1);
                    case "numFmt" -> level.format = part.attribute("val", "decimal");
                    case "lvlText" -> level.text = part.attribute("val", "");
                    case "suff" -> level.after = part.attribute("val", "").equals("nothing") ? "" : " ";
                    case "isLgl" ->
                        level.decimalOnly = !part.attribute("val", "1").matches("0|false|off");
                    case "lvlRestart" -> level.restarts = part.number("val", 1) != 0;
                    case "pStyle" -> level.style = part.attribute("val");
                    default -> {}
                }
            }
            return level;
        }

        String print(Instance instance, int[] counts, int at) {
            if (format.equals("bullet")) {
                return text.isBlank() ? "" : (text.equals("+") ? "+" : "-") + " ";
            }
            var label = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int level = i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
                if (c == '%' && level >= 0 && level < LEVELS) {
                    Numeral numeral = decimalOnly && level < at
                            ? Numeral.DECIMAL
                            : instance.level(level).numeral();
                    label.append(numeral.of(Math.max(counts[level] - 1, 0)));
                    i++;
                } else {
                    label.append(c);
                }
            }
            return label.isEmpty() ? "" : label + after;
        }

        private Numeral numeral() {
            return switch (format) {
                case "upperRoman" -> Numeral.UPPER_ROMAN;
                case "lowerRoman" -> Numeral.LOWER_ROMAN;
                case "upperLetter" -> Numeral.UPPER_LETTER;
                case "lowerLetter" -> Numeral.LOWER_LETTER;
                case "decimalZero" -> Numeral.DECIMAL_ZERO;
                case "none", "bullet" -> Numeral.NONE;
                default -> Numeral.DECIMAL;
            };
        }
    }
}
