package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Number, place, day, issuer and urgency: parts 2 to 4 and 10 of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
final class Letterhead {
    private static final Pattern NUMBER_LABEL = Pattern.compile(
            "(?:^|[\\n|]|\\s\\s|(?<=\\p{Lu}) )[ \\t]{0,80}(?:số(?: hiệu)?[ \\t]*[:.]?|(?:luật|nghị quyết|pháp lệnh|nghị định|thông tư|quyết định) số[ \\t]*:)[ \\t\\n]*(?=[\\d/…._-])");
    private static final Pattern DATE = Pattern.compile(
            "[,\\s]\\s{0,40}ngày[\\s.…_]*(\\d{1,2})?[\\s.…_]*tháng[\\s.…_]*(\\d{1,2})?[\\s.…_]*năm[\\s.…_]*(\\d{4})?");
    private static final Pattern SHORT_DATE = Pattern.compile(",\\s*ngày\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern URGENCY =
            Pattern.compile("(?:^|[\\n|])[ ]*(hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)[ !]*(?=[\\n|]|$)");
    private static final Pattern BROKEN_PLACE = Pattern.compile(
            "(?:(?:Thành phố|Tp\\.?|TP\\.?|Tỉnh|Xã|Phường|Đặc khu|Thị xã|Thị trấn|Huyện|Quận)(?: \\p{Lu}\\p{Ll}+)?|Hồ)");

    private final HeadText head;

    Letterhead(HeadText head) {
        this.head = head;
    }

    /**
     * @param date of issue
     * @param about the day of issue, or where only month and year are printed, the first day of that month
     */
    record Dated(
            @Nullable LocalDate date,
            @Nullable LocalDate about,
            @Nullable String place) {
        static final Dated NOT = new Dated(null, null, null);
    }

    @Nullable
    String number(int limit) {
        Matcher label = NUMBER_LABEL.matcher(head.folded()).region(0, Math.min(head.length(), limit + 400));
        while (label.find()) {
            Matcher symbol = DocumentSymbol.OF_LETTERHEAD.matcher(head.text()).region(label.end(), head.length());
            if (symbol.lookingAt()) {
                boolean before = label.start() < limit || isAlone(label.start());
                String number = DocumentSymbol.tidy(symbol.group());
                if (before && !number.isEmpty()) {
                    head.found("number", new Span(symbol.start(), symbol.end()));
                    return number;
                }
            }
        }
        return null;
    }

    /** A number below the title stands in a line of its own; one inside the preamble is a citation. */
    private boolean isAlone(int at) {
        return at < head.length()
                && (head.text().charAt(at) == '\n' || head.text().charAt(at) == '|');
    }

    Dated date(int limit) {
        int reach = Math.min(head.length(), Math.max(limit, 0));
        Matcher shortDate = SHORT_DATE.matcher(head.folded()).region(0, reach);
        Matcher date = DATE.matcher(head.folded()).region(0, reach);
        while (date.find()) {
            if (head.source().substring(date.start(), date.end()).strip().length() > 8) {
                String place = place(date.start());
                if (place != null) {
                    head.found("date", new Span(date.start() + 1, date.end()));
                    boolean month = date.group(2) != null && date.group(3) != null;
                    LocalDate whole = date.group(1) != null && month
                            ? Calendar.date(date.group(1), date.group(2), date.group(3))
                            : null;
                    LocalDate about = whole == null && month ? Calendar.date("1", date.group(2), date.group(3)) : whole;
                    return new Dated(whole, about, place);
                }
            }
        }
        if (shortDate.find()) {
            String place = place(shortDate.start());
            if (place != null) {
                head.found("date", new Span(shortDate.start() + 1, shortDate.end()));
                LocalDate whole = Calendar.date(shortDate.group(1), shortDate.group(2), shortDate.group(3));
                return new Dated(whole, whole, place);
            }
        }
        return Dated.NOT;
    }

    private @Nullable String place(int comma) {
        if (head.text().charAt(comma) != ',') {
            return null;
        }
        int from = comma;
        int numberEnd = head.endOf("number");
        while (from > 0 && from > (numberEnd <= comma ? numberEnd : 0)) {
            char c = head.text().charAt(from - 1);
            boolean gap = c == ' ' && from > 1 && head.text().charAt(from - 2) == ' ';
            if (c == '\n' || c == '|' || gap || Character.isDigit(c)) {
                break;
            }
            from--;
        }
        String place = head.text().substring(from, comma).strip();
        int line =
                from > 1 && head.text().charAt(from - 1) == '\n' ? head.text().lastIndexOf('\n', from - 2) + 1 : from;
        String above = head.text().substring(line, from).strip();
        // “Thành phố Hồ” stands above “Chí Minh, ngày …” where the line was too short.
        if (line >= numberEnd && BROKEN_PLACE.matcher(above).matches()) {
            from = line;
            place = above + ' ' + place;
        }
        if (place.isEmpty() || place.length() > 40 || !Character.isUpperCase(place.charAt(0))) {
            return null;
        }
        head.foundWithin("place", from, comma);
        return place;
    }

    @Nullable
    String issuer(int left) {
        if (head.spans().isEmpty() && !Motto.in(head.folded()).find()) {
            return null;
        }
        StringBuilder letterhead = new StringBuilder(head.text().substring(0, Math.max(left, 0)));
        Matcher motto = Motto.in(head.folded()).region(0, letterhead.length());
        while (motto.find()) {
            for (int i = motto.start(); i < motto.end(); i++) {
                letterhead.setCharAt(i, '\n');
            }
        }
        List<String> printed = new ArrayList<>();
        int start = -1;
        int end = 0;
        int at = 0;
        for (String line : letterhead.toString().split("[\\n|]")) {
            String text =
                    line.replaceAll("[-_*]{2,}", " ").replaceAll("[ *]+", " ").strip();
            if (Paragraphs.isCapitals(text)
                    && !URGENCY.matcher(Folding.fold(text)).find()
                    && text.length() > 1) {
                printed.add(text);
                start = start < 0 ? at : start;
                end = at + line.length();
            }
            at += line.length() + 1;
        }
        String issuer = new IssuerName(new Spelling(head.source())).of(printed);
        if (issuer != null) {
            head.foundWithin("issuer", start, end);
        }
        return issuer;
    }

    @Nullable
    String urgency(int limit) {
        Matcher urgency = URGENCY.matcher(head.folded()).region(0, Math.max(0, limit));
        if (!urgency.find()) {
            return null;
        }
        head.found("urgency", new Span(urgency.start(1), urgency.end(1)));
        return head.text().substring(urgency.start(1), urgency.end(1));
    }
}
