package vn.nhipcau.crawl.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as units attach them, made of a text. */
public final class OfficeFiles {
    private OfficeFiles() {}

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive of version 4 with one file, stored as it is. */
    public static byte[] rar(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
        out.writeBytes(rarBlock(0x73, 0, new byte[6]));
        byte[] called = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer fields = ByteBuffer.allocate(25 + called.length).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(content.length)
                .putInt(content.length)
                .put((byte) 2)
                .putInt((int) crc.getValue())
                .putInt(0x5B21_0000)
                .put((byte) 20)
                .put((byte) 0x30)
                .putShort((short) called.length)
                .putInt(0x20)
                .put(called);
        out.writeBytes(rarBlock(0x74, 0x8000, fields.array()));
        out.writeBytes(content);
        out.writeBytes(rarBlock(0x7B, 0x4000, new byte[0]));
        return out.toByteArray();
    }

    private static byte[] rarBlock(int type, int flags, byte[] fields) {
        ByteBuffer block = ByteBuffer.allocate(7 + fields.length).order(ByteOrder.LITTLE_ENDIAN);
        block.putShort((short) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) (7 + fields.length))
                .put(fields);
        CRC32 crc = new CRC32();
        crc.update(block.array(), 2, block.capacity() - 2);
        block.putShort(0, (short) crc.getValue());
        return block.array();
    }

    public static byte[] docx(String text) {
        StringBuilder body = new StringBuilder();
        text.lines()
                .forEach(line -> body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                        .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</w:t></w:r></w:p>"));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
                                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                utf8(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                                + "Target=\"word/document.xml\"/></Relationships>"));
        parts.put(
                "word/document.xml",
                utf8(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body + "</w:body></w:document>"));
        return zip(parts);
    }

    /** A PDF with a text layer, its lines broken at 90 letters and its pages numbered. */
    static byte[] pdf(String text) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            String rest = paragraph;
            while (!rest.isBlank()) {
                int end = rest.length() <= 90 ? rest.length() : Math.max(40, rest.lastIndexOf(' ', 90));
                page.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
                if (page.size() == 45) {
                    pages.add(page);
                    page = new ArrayList<>();
                }
            }
        }
        pages.add(page);
        Map<Character, Integer> codes = new LinkedHashMap<>();
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        int first = 6;
        for (int i = 0; i < pages.size(); i++) {
            kids.append(first + i * 2).append(" 0 R ");
        }
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            StringBuilder stream = new StringBuilder("BT /F1 11 Tf 14 TL 60 790 Td\n");
            stream.append('<').append(hex(String.valueOf(i + 1), codes)).append("> Tj T*\n");
            for (String line : pages.get(i)) {
                stream.append('<').append(hex(line, codes)).append("> Tj T*\n");
            }
            contents.add(stream.append("ET").toString());
        }
        StringBuilder map = new StringBuilder(
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
                        + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        List<Map.Entry<Character, Integer>> letters = new ArrayList<>(codes.entrySet());
        for (int from = 0; from < letters.size(); from += 100) {
            List<Map.Entry<Character, Integer>> some = letters.subList(from, Math.min(letters.size(), from + 100));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(e -> map.append(String.format("<%04X> <%04X>%n", e.getValue(), (int) e.getKey())));
            map.append("endbfchar\n");
        }
        map.append("endcmap end end");
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
        objects.add(
                "<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>");
        objects.add(
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                        + "/DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Times-Roman /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>");
        objects.add(stream(map.toString()));
        for (int i = 0; i < pages.size(); i++) {
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                            + (first + i * 2 + 1) + " 0 R >>");
            objects.add(stream(contents.get(i)));
        }
        return assemble(objects);
    }

    /** A PDF of pictures. */
    public static byte[] scan(int pages) {
        StringBuilder kids = new StringBuilder();
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            kids.append(4 + i * 2).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
        objects.add(
                "<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 16 >>\nstream\n0123456789abcdef\nendstream");
        for (int i = 0; i < pages; i++) {
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 3 0 R >> >> /Contents "
                            + (5 + i * 2) + " 0 R >>");
            objects.add(stream("q 595 0 0 842 0 0 cm /I Do Q"));
        }
        return assemble(objects);
    }

    private static String hex(String line, Map<Character, Integer> codes) {
        StringBuilder hex = new StringBuilder();
        for (char c : line.toCharArray()) {
            hex.append(String.format("%04X", codes.computeIfAbsent(c, k -> codes.size() + 1)));
        }
        return hex.toString();
    }

    private static String stream(String content) {
        return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    private static byte[] assemble(List<String> objects) {
        StringBuilder out = new StringBuilder("%PDF-1.5\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.length());
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int xref = out.length();
        out.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> out.append(String.format("%010d 00000 n \n", offset)));
        out.append("trailer << /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(xref)
                .append("\n%%EOF\n");
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
