package vn.nhipcau.legaltext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a header from the text where the letterhead itself is lost: a copy that begins at its number, or a page of news
 * about a document. What the text does not say stays empty.
 */
final class LostLetterhead {
    /** The document that the page is about: the one it encloses, or the one whose issue it tells. */
    private static final Pattern ENCLOSED =
            Pattern.compile("(?:đính kèm|kèm theo)(?: là)? (?<type>\\p{L}+ \\p{L}+) số ?(?=\\d)");

    private static final Pattern ISSUED = Pattern.compile("ban hành (?<type>\\p{L}+ \\p{L}+) số ?(?=\\d)");
    private static final Pattern ABOUT = Pattern.compile(" ?(?:ngày [\\d/ ]{6,12} )?(?:về việc|về|v/v) ");
    private static final Pattern PROPER_NAME = Pattern.compile("^(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,3}) \\p{Ll}");
    /** Web pages leave the names of their icons, such as “angle-left”, in the text. */
    private static final Pattern ICON = Pattern.compile("^[a-z]+(?:-[a-z]+)+ (?=\\p{Lu})");

    private static final Pattern PAGE_FURNITURE = Pattern.compile("^\\[|^chủ trương|^trang chủ|^\\d");
    private static final int TITLE_LENGTH = 220;
    private static final int TITLE_LINES = 3;

    private final List<Line> lines;
    private final Passage text;

    private LostLetterhead(String source, List<Line> lines) {
        this.lines = lines;
        this.text = Passage.of(source, 0, source.length());
    }

    static Header complete(Header header, String source, List<Line> lines) {
        boolean known = header.issuer() != null || (header.type() != null && header.number() == null);
        boolean blank = header.number() == null && header.subject() == null && header.date() == null;
        if (known || (header.number() == null && !blank)) {
            return header;
        }
        LostLetterhead lost = new LostLetterhead(source, lines);
        return header.number() == null
                ? lost.fromText(header)
                : lost.withIssuer(header, header.number(), header.place());
    }

    private Header fromText(Header header) {
        Matcher mention = ENCLOSED.matcher(text.folded());
        boolean enclosed = mention.find();
        if (!enclosed) {
            mention = ISSUED.matcher(text.folded());
            if (!mention.find()) {
                return header;
            }
        }
        Matcher symbol = DocumentSymbol.ANYWHERE.matcher(text.text()).region(mention.end(), text.length());
        if (!symbol.lookingAt()) {
            return header;
        }
        String number = DocumentSymbol.tidy(symbol.group());
        DocumentType type = DocumentSymbol.type(number);
        String subject = enclosed ? title() : about(symbol.end());
        java.util.Map<String, Span> spans = new java.util.HashMap<>(header.spans());
        spans.put("number", text.span(symbol.start(), symbol.end()));
        Header named = new Header(
                number,
                type == null ? DocumentType.CONG_VAN : type,
                header.date(),
                header.place(),
                null,
                subject == null ? title() : subject,
                header.addressees(),
                header.recipients(),
                header.signer(),
                header.urgency(),
                java.util.Map.copyOf(spans));
        return withIssuer(named, number, properName());
    }

    private @Nullable String about(int from) {
        Matcher about = ABOUT.matcher(text.folded()).region(from, text.length());
        if (!about.lookingAt()) {
            return null;
        }
        int end = about.end();
        while (end < text.length() && ".;,".indexOf(text.text().charAt(end)) < 0) {
            end++;
        }
        return text.text().substring(about.end(), end);
    }

    private @Nullable String title() {
        StringBuilder title = new StringBuilder();
        for (Line line : lines.subList(0, Math.min(TITLE_LINES, lines.size()))) {
            String printed = ICON.matcher(line.text()).replaceFirst("");
            if (printed.length() > TITLE_LENGTH || printed.endsWith(";") || Marker.of(printed) != null) {
                break;
            }
            title.append(title.isEmpty() ? "" : " ").append(printed);
        }
        return title.isEmpty() ? null : title.toString();
    }

    /** “Hậu Giang tăng cường …”: the place that a headline begins with. */
    private @Nullable String properName() {
        for (Line line : lines.subList(0, Math.min(TITLE_LINES, lines.size()))) {
            Matcher name = PROPER_NAME.matcher(line.text());
            if (!PAGE_FURNITURE.matcher(line.folded()).find() && name.find()) {
                return name.group(1);
            }
        }
        return null;
    }

    // ---- the issuer by the initials in the symbol

    private Header withIssuer(Header header, String number, @Nullable String place) {
        String initials = initials(number);
        Passage name = initials.equals("ubnd") ? null : spelledOut(initials);
        String issuer = initials.equals("ubnd") ? "Ủy ban nhân dân" : name == null ? null : name.text();
        if (issuer == null) {
            return header;
        }
        java.util.Map<String, Span> spans = new java.util.HashMap<>(header.spans());
        if (name != null) {
            spans.put("issuer", name.span());
        }
        String kind = place == null ? null : kindOf(place);
        return new Header(
                header.number(),
                header.type(),
                header.date(),
                header.place(),
                kind == null ? issuer : issuer + ' ' + kind + ' ' + place,
                header.subject(),
                header.addressees(),
                header.recipients(),
                header.signer(),
                header.urgency(),
                java.util.Map.copyOf(spans));
    }

    /** Of {@code 1171/STTTT-TTBCXB} and of {@code 44/KH-UBND} the part that names the issuer. */
    private static String initials(String number) {
        String[] parts = number.substring(number.indexOf('/') + 1).split("[/-]");
        DocumentType type = DocumentSymbol.type(number);
        String issuer = type != null && parts.length > 1 ? parts[1] : parts[0];
        return Folding.fold(issuer);
    }

    private @Nullable Passage spelledOut(String initials) {
        String folded = text.folded();
        for (int at = 0; at < folded.length(); at = nextWord(folded, at)) {
            if (Character.isUpperCase(text.text().charAt(at))) {
                int end = spelledTo(folded, at, initials);
                if (end > 0) {
                    return text.part(at, end);
                }
            }
        }
        return null;
    }

    private static int spelledTo(String folded, int from, String initials) {
        int at = from;
        int end = from;
        for (int i = 0; i < initials.length(); i++) {
            if (folded.startsWith("và ", at)) {
                at = nextWord(folded, at);
            }
            if (at >= folded.length() || folded.charAt(at) != initials.charAt(i)) {
                return -1;
            }
            end = at;
            while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
                end++;
            }
            at = nextWord(folded, at);
        }
        return end;
    }

    private static int nextWord(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space + 1;
    }

    /** “tỉnh” or “thành phố”, as the text calls the place. */
    private @Nullable String kindOf(String place) {
        String key = Folding.fold(place);
        for (String kind : List.of("tỉnh", "thành phố", "huyện", "xã", "phường", "đặc khu")) {
            if (text.folded().contains(kind + ' ' + key)) {
                return kind;
            }
        }
        // News says only “UBND tỉnh” and names the province in its headline.
        return text.folded().contains("ubnd tỉnh ") ? "tỉnh" : null;
    }
}
