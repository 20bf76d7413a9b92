package vn.nhipcau.crawl.page;

/** What a tag means to the scanner. Told from the letters where they stand: a string for each tag took a tenth of the scan. */
enum Tag {
    /** Does not end a word. */
    INLINE,
    /** Its content is not shown as text. */
    HIDDEN,
    SCRIPT,
    TITLE,
    IMAGE,
    FRAME,
    OBJECT,
    BASE,
    LINK,
    META,
    FORM,
    INPUT,
    AREA,
    /** A row of a table, an item of a list. */
    ROW,
    /** Any other ends a line. */
    BLOCK;

    private static final int LONGEST = 8;
    private static final int SLOTS = 256;
    private static final long[] NAMES = new long[SLOTS];
    private static final Tag[] TAGS = new Tag[SLOTS];

    static {
        INLINE.named(
                "b",
                "i",
                "u",
                "em",
                "strong",
                "span",
                "font",
                "sup",
                "sub",
                "small",
                "big",
                "mark",
                "ins",
                "del",
                "abbr",
                "wbr",
                "s",
                "o:p",
                "st1:city",
                "code",
                "label",
                "bdo",
                "q",
                "cite",
                "tt");
        HIDDEN.named("style", "template", "svg", "noframes", "textarea", "select");
        SCRIPT.named("script");
        TITLE.named("title");
        IMAGE.named("img");
        FRAME.named("iframe", "frame", "embed");
        OBJECT.named("object");
        BASE.named("base");
        LINK.named("link");
        META.named("meta");
        FORM.named("form");
        INPUT.named("input");
        AREA.named("area");
        ROW.named("tr", "li", "article");
    }

    private void named(String... names) {
        for (String name : names) {
            long packed = pack(name.toCharArray(), 0, name.length());
            int slot = slot(packed);
            while (NAMES[slot] != 0) {
                slot = slot + 1 & SLOTS - 1;
            }
            NAMES[slot] = packed;
            TAGS[slot] = this;
        }
    }

    /** @param size of the name, at least 1 */
    static Tag of(char[] html, int from, int size) {
        if (size > LONGEST) {
            return html[from + 3] == ':' ? INLINE : BLOCK; // st1:place and its like, from word processors
        }
        long packed = pack(html, from, size);
        int slot = slot(packed);
        while (NAMES[slot] != 0) {
            if (NAMES[slot] == packed) {
                return TAGS[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return BLOCK;
    }

    private static long pack(char[] letters, int from, int size) {
        long packed = 0;
        for (int i = from; i < from + size; i++) {
            char c = letters[i];
            packed = packed << 8 | (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        }
        return packed;
    }

    private static int slot(long packed) {
        return (int) ((packed * 0x9E3779B97F4A7C15L) >>> 56);
    }
}
