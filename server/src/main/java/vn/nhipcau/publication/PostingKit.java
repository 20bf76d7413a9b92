package vn.nhipcau.publication;

import org.springframework.web.util.HtmlUtils;
import vn.nhipcau.documents.ReadableText;

/**
 * What a unit puts on its site: the same words twice, plain and as HTML that any portal's editor takes.
 */
record PostingKit(String plain, String html) {
    static PostingKit of(Campaign campaign, String text) {
        String body = ReadableText.withoutWideGaps(ReadableText.of(text)).strip();
        StringBuilder plain = new StringBuilder(campaign.title()).append("\n\n");
        StringBuilder html =
                new StringBuilder("<h2>").append(escape(campaign.title())).append("</h2>\n");
        if (!campaign.summary().isBlank()) {
            plain.append(campaign.summary()).append("\n\n");
            html.append("<p><em>").append(escape(campaign.summary())).append("</em></p>\n");
        }
        plain.append(body).append('\n');
        body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
        return new PostingKit(plain.toString(), html.toString());
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
