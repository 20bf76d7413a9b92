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
            if (main || line.start() >= closing.end()) {
                body.add(line);
            }
        }
        List<Paragraph> paragraphs = Paragraphs.of(text, body);
        Header header = withClosing(head.header(), closing);
        List<Clause> clauses = Clause.tree(paragraphs);
        List<Obligation> obligations = ObligationReader.read(clauses, header);
        return new Reading(
                text,
                header,
                CitationReader.read(paragraphs, header.number()),
                obligations,
                AssignedUnits.of(obligations),
                List.of());
    }

    private static Header withClosing(Header head, ClosingReader.Closing closing) {
        Map<String, Span> spans = new HashMap<>(head.spans());
        if (closing.recipientsSpan() != null) {
            spans.put("recipients", closing.recipientsSpan());
        }
        if (closing.signerSpan() != null) {
            spans.put("signer", closing.signerSpan());
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
                closing.signer(),
                head.urgency(),
                Map.copyOf(spans));
    }
}
