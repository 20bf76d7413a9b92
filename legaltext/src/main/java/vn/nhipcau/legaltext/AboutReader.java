package vn.nhipcau.legaltext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The abstract of a letter, which stands behind “V/v” below its number. */
final class AboutReader {
    private static final Pattern ABOUT = Pattern.compile("(?:^|[\\n|]|\\s\\s)[ ]{0,80}(v/v|v\\\\v|về việc)[ :]*\\n?");

    private final HeadText head;

    AboutReader(HeadText head) {
        this.head = head;
    }

    @Nullable
    String read(int limit) {
        Matcher about = ABOUT.matcher(head.folded()).region(0, Math.max(0, limit));
        if (!about.find()) {
            return null;
        }
        Passage.Builder subject = new Passage.Builder(200);
        int from = about.end();
        Line before = null;
        for (Line line : head.lines()) {
            if (line.end() <= from) {
                continue;
            }
            if (line.start() >= limit || (before != null && endsAbout(before, line))) {
                break;
            }
            int start = Math.max(line.start(), from);
            int bar = head.source().indexOf('|', start);
            int end = bar >= 0 && bar < line.end() ? bar : line.end();
            Span date = head.span("date");
            if (date != null && date.start() > start && date.start() < end) {
                Span place = head.span("place");
                end = place == null ? date.start() : place.start();
            }
            Span number = head.span("number");
            if (number != null && start <= number.start() && number.start() < end) {
                break;
            }
            if (end > start) {
                subject.append(head.source(), start, end);
            }
            before = line;
            if (end < line.end()) {
                break;
            }
        }
        Passage passage = subject.build();
        if (passage.isEmpty()) {
            return null;
        }
        head.found("abstract", passage.span());
        return passage.text();
    }

    private boolean endsAbout(Line before, Line line) {
        Span date = head.span("date");
        Span place = head.span("place");
        int dateStart = place != null ? place.start() : date != null ? date.start() : -1;
        if (dateStart >= line.start() && dateStart < line.end()) {
            return true;
        }
        if (Motto.in(line.folded()).find()) {
            return true;
        }
        return line.blankBefore() && Character.isUpperCase(line.text().charAt(0));
    }
}
