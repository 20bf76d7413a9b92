package vn.nhipcau.crawl.fetch;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address on the web in one spelling. Takes what people write into pages (blanks, Vietnamese letters, backslashes) as
 * browsers do; {@code java.net.URI} refuses it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port always given
 * @param target path and query, as it goes on the request line
 */
public record Url(String scheme, String host, int port, String target) {
    /** A short {@code sid} is the number of an article in many portals; a session's is long. */
    private static final Pattern SESSION =
            Pattern.compile("(?i)(;jsessionid=[^?#&/]*)|(?<=[?&])(?:(?:phpsessid|jsessionid|aspsessionid\\w*|sessionid|"
                    + "utm_\\w+|fbclid)=[^&#]*|sid=[0-9a-z]{20,}(?![^&#]))&?");

    private static final int LONGEST = 2000;

    /** The address, or null when it is none of the web's. */
    public static @Nullable Url parse(String text) {
        String trimmed = text.strip();
        int scheme = trimmed.indexOf("://");
        if (scheme < 0) {
            return trimmed.isEmpty() || trimmed.contains(":") && !trimmed.matches("[^:/]+:\\d+(?:/.*)?")
                    ? null
                    : parse("http://" + trimmed);
        }
        String name = trimmed.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https") || trimmed.length() > LONGEST) {
            return null;
        }
        int start = scheme + 3;
        int end = start;
        while (end < trimmed.length() && "/?#\\".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        String authority = trimmed.substring(start, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = name.equals("https") ? 443 : 80;
        int colon = authority.lastIndexOf(':');
        if (colon > authority.lastIndexOf(']')) {
            try {
                String digits = authority.substring(colon + 1);
                port = digits.isEmpty() ? port : Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                return null;
            }
            authority = authority.substring(0, colon);
        }
        if (authority.endsWith(".")) {
            authority = authority.substring(0, authority.length() - 1);
        }
        if (authority.isEmpty() || port <= 0 || port > 0xffff) {
            return null;
        }
        if (!authority.startsWith("[")) {
            try {
                authority = IDN.toASCII(authority).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return null;
            }
            if (!authority.matches("[a-z0-9._-]+")) {
                return null;
            }
        }
        return new Url(name, authority, port, target(trimmed.substring(end)));
    }

    /** The address that a reference on this page means, or null. */
    public @Nullable Url resolve(String reference) {
        String ref = reference.strip();
        if (ref.isEmpty() || ref.length() > LONGEST) {
            return null;
        }
        char first = ref.charAt(0);
        if (first == '#') {
            return null;
        }
        if (ref.startsWith("//") || ref.startsWith("\\\\")) {
            return parse(scheme + ":" + ref);
        }
        if (first == '/' || first == '\\') {
            return new Url(scheme, host, port, target(ref));
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (first == '?') {
            return new Url(scheme, host, port, target(path + ref));
        }
        int colon = ref.indexOf(':');
        if (colon > 0 && ref.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            String name = ref.substring(0, colon).toLowerCase(Locale.ROOT);
            return name.equals("http") || name.equals("https") ? parse(ref) : null;
        }
        return new Url(scheme, host, port, target(path.substring(0, path.lastIndexOf('/') + 1) + ref));
    }

    private static String target(String raw) {
        String text = raw;
        int hash = text.indexOf('#');
        text = hash >= 0 ? text.substring(0, hash) : text;
        int query = text.indexOf('?');
        String path = (query < 0 ? text : text.substring(0, query)).replace('\\', '/');
        String rest = query < 0 ? "" : text.substring(query);
        path = path.isEmpty() ? "/" : path.charAt(0) == '/' ? path : "/" + path;
        if (path.contains("/.")) {
            path = withoutDots(path);
        }
        String whole = encode(path + rest);
        if (whole.indexOf(';') >= 0 || whole.indexOf('?') >= 0) {
            whole = SESSION.matcher(whole).replaceAll("");
            while (whole.endsWith("?") || whole.endsWith("&")) {
                whole = whole.substring(0, whole.length() - 1);
            }
        }
        return whole.isEmpty() ? "/" : whole;
    }

    private static String withoutDots(String path) {
        List<String> parts = new ArrayList<>();
        String[] split = path.split("/", -1);
        for (int i = 1; i < split.length; i++) {
            String part = split[i];
            boolean last = i == split.length - 1;
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
                if (last) {
                    parts.add("");
                }
            } else if (!part.equals(".")) {
                parts.add(part);
            } else if (last) {
                parts.add("");
            }
        }
        return "/" + String.join("/", parts);
    }

    private static String encode(String text) {
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            plain = allowed(text.charAt(i));
        }
        if (plain) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (allowed(c)) {
                out.append(c);
            } else if (c > ' ' || c == ' ') {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean allowed(char c) {
        return c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public boolean isDefaultPort() {
        return port == (scheme.equals("https") ? 443 : 80);
    }

    /** Host with the port where that is not the usual one: what one connection, one delay and one robots.txt belong to. */
    public String origin() {
        return isDefaultPort() ? host : host + ":" + port;
    }

    public boolean isLiteralAddress() {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    @Override
    public String toString() {
        return scheme + "://" + origin() + target;
    }
}
