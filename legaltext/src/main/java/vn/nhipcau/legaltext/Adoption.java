package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an assembly adopted a resolution or a law, which its last sentence tells: “Nghị quyết này được Hội
 * đồng nhân dân tỉnh … thông qua ngày 16 tháng 6 năm 2025”. It is the document's date where the letterhead has none.
 */
record Adoption(LocalDate day, Span span) {
    private static final Set<DocumentType> ADOPTED = EnumSet.of(DocumentType.NGHI_QUYET, DocumentType.LUAT);
    private static final Pattern SENTENCE =
            Pattern.compile("(?:nghị quyết|luật|pháp lệnh|bộ luật) này (?:đã )?(?:được|do) ");
    private static final Pattern DAY = Pattern.compile(
            "thông qua(?: tại [^.;]{3,120}?)?,? (?:vào )?(?<printed>ngày (?<day>\\d{1,2})(?: tháng |[/.-])(?<month>\\d{1,2})(?: năm |[/.-])(?<year>\\d{4}))");
    /** The sentence may be broken over so many lines. */
    private static final int LINES = 4;

    static @Nullable Adoption of(Header header, String text, List<Line> lines) {
        if (header.date() != null || !ADOPTED.contains(header.type())) {
            return null;
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (SENTENCE.matcher(lines.get(i).folded()).lookingAt()) {
                int end = lines.get(Math.min(lines.size(), i + LINES) - 1).end();
                Passage passage = Passage.of(text, lines.get(i).start(), end);
                Matcher day = DAY.matcher(passage.folded());
                LocalDate date =
                        day.find() ? Calendar.date(day.group("day"), day.group("month"), day.group("year")) : null;
                if (date != null) {
                    return new Adoption(date, passage.span(day.start("printed"), day.end("printed")));
                }
            }
        }
        return null;
    }

    Header completing(Header header) {
        Map<String, Span> spans = new HashMap<>(header.spans());
        spans.put("date", span);
        return new Header(
                header.number(),
                header.type(),
                day,
                header.place(),
                header.issuer(),
                header.subject(),
                header.addressees(),
                header.recipients(),
                header.signer(),
                header.urgency(),
                Map.copyOf(spans));
    }
}
