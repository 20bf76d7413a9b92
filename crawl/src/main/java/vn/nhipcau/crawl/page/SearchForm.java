package vn.nhipcau.crawl.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The site's search box: a form sent by GET with one field for words. */
final class SearchForm {
    private static final Pattern FOR_WORDS =
            Pattern.compile("(?:s|q|k|w|key|query)|.*(?:search|keyword|tukhoa|tu_khoa|tim).*");
    private static final int LONGEST_HIDDEN = 300;

    private final boolean byGet;
    private final String action;
    private String hidden = "";
    private String field = "";

    SearchForm(boolean byGet, String action) {
        this.byGet = byGet;
        this.action = action;
    }

    void input(String type, String name, String value) {
        if (type.equals("hidden") && !name.startsWith("__") && hidden.length() < LONGEST_HIDDEN) {
            hidden += name + "=" + value + "&";
        } else if ((type.equals("text") || type.equals("search"))
                && FOR_WORDS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            field = name;
        }
    }

    /** The address to which the words are to be added, or null when it is no search. */
    @Nullable
    String address() {
        return byGet && !field.isEmpty() ? action + (action.contains("?") ? "&" : "?") + hidden + field + "=" : null;
    }
}
