package vn.nhipcau.crawl.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.vitext.Fold;

/**
 * A page as read: its text with line ends between blocks, and what it refers to. Its buffers are used again for the next
 * page, and not by several threads. A site's menu repeats on every page, so a reference is kept as places in buffers and made
 * into objects only when it is new.
 */
public final class Page {
    /** What a reference is. */
    public enum Kind {
        LINK,
        FRAME,
        IMAGE,
        FEED,
        REFRESH,
        SEARCH
    }

    /** Between the rows of a table or the items of a list. */
    static final char ROW = '\u000B';

    private static final int AROUND = 400;

    private final Decoder decoder = new Decoder();
    private final PageScanner scanner = new PageScanner(this);

    char[] text = new char[16 << 10];
    int textLength;
    char[] addresses = new char[8 << 10];
    int addressesLength;

    int count;
    int[] addressFrom = new int[256];
    int[] addressTo = new int[256];
    int[] wordsFrom = new int[256];
    int[] wordsTo = new int[256];
    Kind[] kinds = new Kind[256];

    String title = "";
    int scriptChars;
    int scripts;
    int images;

    @Nullable
    String base;

    /** Reads HTML. */
    public void read(byte[] bytes, int from, int to, @Nullable String contentType) {
        decoder.decode(bytes, from, to, contentType);
        scan(decoder.chars, decoder.length);
    }

    /** Reads text that comes from a file, or HTML already decoded. */
    public void scan(char[] html, int length) {
        textLength = 0;
        addressesLength = 0;
        count = 0;
        title = "";
        scriptChars = 0;
        scripts = 0;
        images = 0;
        base = null;
        // What is read is never longer than its source, a line end for each tag included.
        if (text.length <= length) {
            text = new char[length + length / 4 + 16];
        }
        if (addresses.length <= length) {
            addresses = new char[length + length / 4 + 16];
        }
        scanner.scan(html, length);
    }

    public char[] text() {
        return text;
    }

    public int textLength() {
        return textLength;
    }

    /** References found. */
    public int count() {
        return count;
    }

    public Kind kind(int i) {
        return kinds[i];
    }

    public String address(int i) {
        return new String(addresses, addressFrom[i], addressTo[i] - addressFrom[i]);
    }

    /** The words of the link, or for an image its alternative text. */
    public String words(int i) {
        return words(wordsFrom[i], wordsTo[i]);
    }

    /** Text after the link's words up to the next link's, within one row of a table or list. */
    public String after(int i) {
        int to = i + 1 < count ? wordsFrom[i + 1] : textLength;
        int end = wordsTo[i];
        int most = Math.max(end, Math.min(to, end + AROUND));
        while (end < most && text[end] != ROW) {
            end++;
        }
        return words(wordsTo[i], end);
    }

    /** Text before the link's words back to the previous link's, within one row of a table or list. */
    public String before(int i) {
        int from = i > 0 ? Math.min(wordsTo[i - 1], wordsFrom[i]) : 0;
        int least = Math.max(from, wordsFrom[i] - AROUND);
        int start = wordsFrom[i];
        while (start > least && text[start - 1] != ROW) {
            start--;
        }
        return words(start, wordsFrom[i]);
    }

    /** One number for a reference as written, with its words: the same menu entry gives the same number on every page. */
    public long fingerprint(int i) {
        long hash = kinds[i].ordinal();
        for (int k = addressFrom[i]; k < addressTo[i]; k++) {
            hash = hash * 0x100000001B3L + addresses[k];
        }
        hash = (hash ^ hash >>> 29) * 0x9E3779B97F4A7C15L;
        int most = Math.min(wordsTo[i], wordsFrom[i] + 60);
        for (int k = wordsFrom[i]; k < most; k++) {
            hash = hash * 0x100000001B3L + text[k];
        }
        return (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    }

    /** Whether the reference does not depend on the page it stands on. */
    public boolean isAbsolute(int i) {
        int from = addressFrom[i];
        int to = addressTo[i];
        return from < to
                && (addresses[from] == '/' || to - from > 4 && addresses[from] == 'h' && addresses[from + 3] == 'p');
    }

    /** Whether the reference is the page itself with another query. */
    public boolean startsQuery(int i) {
        return addressFrom[i] < addressTo[i] && addresses[addressFrom[i]] == '?';
    }

    public String title() {
        return Fold.nfc(title);
    }

    /** Where the page says that its references start; null when at itself. */
    public @Nullable String base() {
        return base;
    }

    /** Characters of script. */
    public int scriptChars() {
        return scriptChars;
    }

    /** Scripts, of this page or fetched by it. */
    public int scripts() {
        return scripts;
    }

    /** Whether its scripts fetch something to show; asked before the next page is read. */
    public boolean loadsByScript() {
        return scanner.loadsByScript();
    }

    public int images() {
        return images;
    }

    /** Where words stand last in the text, or -1. */
    public int lastIndexOf(String words) {
        char first = words.charAt(0);
        for (int i = textLength - words.length(); i >= 0; i--) {
            if (text[i] == first) {
                int k = 1;
                while (k < words.length() && text[i + k] == words.charAt(k)) {
                    k++;
                }
                if (k == words.length()) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The text from one place to another, as far as it goes. */
    public String words(int start, int end) {
        int from = Math.max(0, start);
        int to = Math.min(end, textLength);
        return from >= to ? "" : Fold.nfc(new String(text, from, to - from).strip());
    }

    int reference(Kind kind) {
        if (count == kinds.length) {
            int size = count * 2;
            addressFrom = Arrays.copyOf(addressFrom, size);
            addressTo = Arrays.copyOf(addressTo, size);
            wordsFrom = Arrays.copyOf(wordsFrom, size);
            wordsTo = Arrays.copyOf(wordsTo, size);
            kinds = Arrays.copyOf(kinds, size);
        }
        kinds[count] = kind;
        addressFrom[count] = addressesLength;
        addressTo[count] = addressesLength;
        wordsFrom[count] = textLength;
        wordsTo[count] = textLength;
        return count++;
    }

    void append(char c) {
        text[textLength++] = c;
    }

    void appendAddress(char c) {
        addresses[addressesLength++] = c;
    }
}
