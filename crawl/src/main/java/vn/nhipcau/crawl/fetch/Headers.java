package vn.nhipcau.crawl.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header fields of a response. */
public final class Headers {
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    static Headers parse(byte[] bytes, int from, int to) {
        Headers headers = new Headers();
        int start = from;
        while (start < to) {
            int end = start;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            headers.line(bytes, start, stop);
            start = end + 1;
        }
        return headers;
    }

    private void line(byte[] bytes, int from, int to) {
        if (from < to && (bytes[from] == ' ' || bytes[from] == '\t') && !values.isEmpty()) {
            values.set(values.size() - 1, values.getLast() + " " + text(bytes, from, to));
            return;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                names.add(text(bytes, from, i));
                values.add(text(bytes, i + 1, to));
                return;
            }
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
    }

    public @Nullable String get(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return values.get(i);
            }
        }
        return null;
    }

    public List<String> all(String name) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                found.add(values.get(i));
            }
        }
        return found;
    }

    /** The value in lower case without parameters; empty when there is none. */
    String token(String name) {
        String value = get(name);
        if (value == null) {
            return "";
        }
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
