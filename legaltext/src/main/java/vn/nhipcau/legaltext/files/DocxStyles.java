package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a .docx says of its paragraph styles that shows in the text: which list they number by, and capitals. */
final class DocxStyles {
    /** Chains are short; a chain that runs in a circle must end. */
    private static final int CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();

    DocxStyles(XmlPart part) throws IOException, UnreadableFile {
        Style style = new Style();
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.FINISH; event = part.next()) {
            if (event != XmlPart.Event.START) {
                continue;
            }
            switch (part.name()) {
                case "style" -> {
                    style = new Style();
                    styles.put(part.attribute("styleId", ""), style);
                }
                case "basedOn" -> style.parent = part.attribute("val");
                case "numId" -> style.list = part.attribute("val");
                case "ilvl" -> style.level = part.number("val", 0);
                case "caps" -> style.capitals = on(part);
                default -> {}
            }
        }
    }

    static boolean on(XmlPart toggle) {
        return !toggle.attribute("val", "1").matches("0|false|off|none");
    }

    @Nullable
    String listOf(@Nullable String id) {
        return first(id, style -> style.list);
    }

    @Nullable
    Integer levelOf(@Nullable String id) {
        return first(id, style -> style.level);
    }

    boolean capitals(@Nullable String id) {
        return Boolean.TRUE.equals(first(id, style -> style.capitals));
    }

    private <T> @Nullable T first(@Nullable String id, Function<Style, @Nullable T> property) {
        Style style = styles.get(id);
        for (int i = 0; style != null && i < CHAIN; i++) {
            T value = property.apply(style);
            if (value != null) {
                return value;
            }
            style = styles.get(style.parent);
        }
        return null;
    }

    private static final class Style {
        private @Nullable String parent;
        private @Nullable String list;
        private @Nullable Integer level;
        private @Nullable Boolean capitals;
    }
}
