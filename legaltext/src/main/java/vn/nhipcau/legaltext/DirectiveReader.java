package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the plain text of an official document. Stateless; safe for use by many threads. */
public final class DirectiveReader {
    private DirectiveReader() {}

    public static Reading read(String raw) {
        String text = NormalisedText.of(raw);
        List<Line> lines = Line.of(text);
        HeaderReader.Head head = HeaderReader.read(text, lines);
        ClosingReader.Closing closing = ClosingReader.read(lines, head.bodyStart(), text.length());
        List<Line> body = new ArrayList<>(lines.size());
        for (Line line : lines) {
            boolean main = line.start() >= head.bodyStart() && line.start() < closing.start();
            if ((main || line.start() >= closing.end()) && !Motto.isPartOf(line)) {
                body.add(line);
            }
        }
        List<Paragraph> paragraphs = Paragraphs.of(text, body);
        Header printed = LostLetterhead.complete(withClosing(head.header(), closing), text, lines);
        Adoption adoption = Adoption.of(printed, text, lines);
        Header header = adoption == null ? printed : adoption.completing(printed);
        List<Clause> clauses = Clause.tree(paragraphs);
        ObligationReader.Duties duties =
                ObligationReader.read(clauses, header.type(), head.about() == null ? header.date() : head.about());
        return new Reading(
                text,
                header,
                CitationReader.read(paragraphs, header.number()),
                duties.obligations(),
                AssignedUnits.of(duties, header),
                DocumentChecks.of(header, clauses, duties.pastLimits()));
    }

    private static Header withClosing(Header head, ClosingReader.Closing closing) {
        Map<String, Span> spans = new HashMap<>(head.spans());
        if (closing.recipientsSpan() != null) {
            spans.put("recipients", closing.recipientsSpan());
        }
        Signature signature = closing.signature();
        if (signature != null) {
            spans.put("signer", new Span(signature.first(), signature.last()));
        }
        return new Header(
                head.number(),
                head.type(),
                head.date(),
                head.place(),
                head.issuer(),
                head.subject(),
                head.addressees(),
                closing.recipients(),
                signature == null ? null : signature.signer(),
                head.urgency(),
                Map.copyOf(spans));
    }
}
