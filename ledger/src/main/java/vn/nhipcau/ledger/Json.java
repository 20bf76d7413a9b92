package vn.nhipcau.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads RFC 8259 strictly: no name twice, nothing after the end, no nesting beyond need. */
final class Json {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Values are strings, numbers as they are spelled ({@link Number}), booleans, maps, lists or null. */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        json.space();
        Map<String, Object> object = json.object(0);
        json.space();
        if (json.at != text.length()) {
            throw json.malformed();
        }
        return object;
    }

    /** Unparsed, so that no digit is lost. */
    record Number(String digits) {}

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw malformed();
        }
        space();
        char first = peek();
        Object value;
        if (first == '"') {
            value = string();
        } else if (first == '{') {
            value = object(depth);
        } else if (first == '[') {
            value = array(depth);
        } else {
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            value = word(text.substring(start, at));
        }
        space();
        return value;
    }

    private Object word(String word) {
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                    throw malformed();
                }
                yield new Number(word);
            }
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        take('{');
        space();
        if (!skip('}')) {
            do {
                space();
                String name = string();
                space();
                take(':');
                if (object.containsKey(name)) {
                    throw malformed();
                }
                object.put(name, value(depth + 1));
            } while (skip(','));
            take('}');
        }
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        take('[');
        space();
        if (!skip(']')) {
            do {
                array.add(value(depth + 1));
            } while (skip(','));
            take(']');
        }
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        take('"');
        while (!skip('"')) {
            char next = take();
            if (next < ' ') {
                throw malformed();
            }
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        char letter = take();
        int simple = "\"\\/bfnrt".indexOf(letter);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (letter != 'u' || !digits.matches("[0-9a-fA-F]{4}")) {
            throw malformed();
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private void take(char expected) {
        if (take() != expected) {
            throw malformed();
        }
    }

    private boolean skip(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("malformed JSON at character " + at);
    }
}
