package vn.nhipcau.legaltext.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes .docx files for tests, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
final class WordDocument {
    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /** List 1 numbers I., 1., a) and marks with “-”; list 2 is the same, begun anew. */
    private static final String NUMBERING = XML + "<w:numbering " + NAMESPACES
            + "><w:abstractNum w:abstractNumId=\"0\">"
            + "<w:multiLevelType w:val=\"multilevel\"/>" + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.")
            + level(2, "lowerLetter", "%3)") + level(3, "bullet", "-") + level(4, "decimal", "%2.%5.")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
            + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

    /** Times New Roman 14; the style “Muc” numbers its paragraphs with list 1, level 0. */
    private static final String STYLES = XML + "<w:styles " + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
            + "<w:sz w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:name w:val=\"Muc\"/><w:basedOn w:val=\"Normal\"/><w:pPr>"
            + "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> extraParts = new LinkedHashMap<>();
    private final StringBuilder footnotes = new StringBuilder();
    private int footnote;

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"" + text + "\"/><w:pPr><w:ind w:left=\"0\""
                + " w:firstLine=\"720\"/></w:pPr></w:lvl>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
    }

    static String centred(String text, String properties) {
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + run(text, properties) + "</w:p>";
    }

    static String left(String text, String properties) {
        return "<w:p>" + run(text, properties) + "</w:p>";
    }

    /** A cell of a table, of this many twips; {@code more} are further properties, e.g. for merging. */
    static String cell(int width, String more, String content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + more + "</w:tcPr>" + content + "</w:tc>";
    }

    WordDocument xml(String paragraphs) {
        body.append(paragraphs);
        return this;
    }

    /** A body paragraph: justified, first line indented by 1.27 cm, 6 pt after. */
    WordDocument paragraph(String text) {
        return xml("<w:p><w:pPr><w:spacing w:after=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/></w:pPr>"
                + run(text, "") + "</w:p>");
    }

    /** A paragraph whose number is not in its text. */
    WordDocument numbered(int list, int level, String text, String properties) {
        return xml("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr><w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/></w:pPr>" + run(text, properties)
                + "</w:p>");
    }

    WordDocument footnoted(String text, String note, String rest) {
        footnote++;
        footnotes
                .append(
                        "<w:footnote w:id=\"" + footnote
                                + "\"><w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/><w:sz w:val=\"20\"/></w:rPr><w:footnoteRef/></w:r>")
                .append(run(" " + note, "<w:sz w:val=\"20\"/>"))
                .append("</w:p></w:footnote>");
        return xml("<w:p><w:pPr><w:spacing w:after=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/></w:pPr>"
                + run(text, "") + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\""
                + footnote + "\"/></w:r>" + run(rest, "") + "</w:p>");
    }

    /** Two cells beside each other without borders: the head or the foot of the document. */
    WordDocument beside(List<String[]> rows) {
        return table("", rows, 4000, 5670);
    }

    WordDocument table(String borders, List<String[]> rows, int... widths) {
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>" + borders
                + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            body.append("<w:gridCol w:w=\"" + width + "\"/>");
        }
        body.append("</w:tblGrid>");
        for (String[] row : rows) {
            body.append("<w:tr>");
            for (int i = 0; i < row.length; i++) {
                body.append(row[i].startsWith("<w:tc>") ? row[i] : cell(widths[i], "", row[i]));
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        return this;
    }

    static final String BORDERS = "<w:tblBorders>" + border("top") + border("left") + border("bottom") + border("right")
            + border("insideH") + border("insideV") + "</w:tblBorders>";

    private static String border(String side) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    }

    WordDocument part(String name, String content) {
        extraParts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", contentTypes());
        parts.put("_rels/.rels", relations(List.of("officeDocument word/document.xml")));
        parts.put(
                "word/_rels/document.xml.rels",
                relations(List.of(
                        "styles styles.xml",
                        "numbering numbering.xml",
                        "header header1.xml",
                        "footnotes footnotes.xml")));
        parts.put("word/styles.xml", STYLES);
        parts.put("word/numbering.xml", NUMBERING);
        parts.put("word/footnotes.xml", XML + "<w:footnotes " + NAMESPACES + ">" + footnotes + "</w:footnotes>");
        parts.put(
                "word/header1.xml",
                XML + "<w:hdr " + NAMESPACES + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                        + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>");
        parts.put(
                "word/document.xml",
                XML + "<w:document " + NAMESPACES + "><w:body>" + body
                        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
                        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\""
                        + " w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>"
                        + "</w:body></w:document>");
        parts.putAll(extraParts);
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String contentTypes() {
        var types =
                new StringBuilder(XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (String[] type : List.of(
                new String[] {"document", "document.main"},
                new String[] {"styles", "styles"},
                new String[] {"numbering", "numbering"},
                new String[] {"header1", "header"},
                new String[] {"footnotes", "footnotes"})) {
            types.append("<Override PartName=\"/word/" + type[0]
                    + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type[1]
                    + "+xml\"/>");
        }
        return types + "</Types>";
    }

    private static String relations(List<String> typesAndTargets) {
        var out = new ArrayList<String>();
        for (String relation : typesAndTargets) {
            String[] parts = relation.split(" ");
            out.add("<Relationship Id=\"rId" + (out.size() + 1)
                    + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + parts[0]
                    + "\" Target=\"" + parts[1] + "\"/>");
        }
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", out) + "</Relationships>";
    }
}
