package vn.nhipcau.directory;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Refusal;

/**
 * Looks through an XLSX file before any row is built from it. The reader makes a place for every column up to the last one
 * that a row names: one cell at “ZZZZZZ1” in two kilobytes would take 1.3 GB.
 */
final class XlsxLimits {
    /** Of all parts together. */
    static final long MOST_UNPACKED = 60L * 1024 * 1024;

    /** Far more than our tables have. */
    static final int MOST_COLUMNS = 100;

    /** Of all parts together: rows, cells, values, shared texts. */
    static final int MOST_ELEMENTS = 3_000_000;

    private static final XMLInputFactory XML = xml();

    private long unpacked;
    private int elements;

    private XlsxLimits() {}

    static void check(byte[] content) {
        XlsxLimits seen = new XlsxLimits();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            // Whatever its name: which part holds the sheet is written in the file itself.
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = seen.counted(zip.getInputStream(entry))) {
                    seen.read(part);
                    part.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            throw SheetFile.unreadable(
                    "Tệp XLSX bị hỏng. Hãy mở bằng Excel và lưu lại.",
                    "The XLSX file is damaged. Save it again in Excel.");
        }
    }

    /** The parser that the reader uses: where this one stops at a fault, the reader stops too. */
    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private InputStream counted(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw tooMuch();
        }
    }

    private void read(InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            int column = 0;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (++elements > MOST_ELEMENTS) {
                    throw tooMuch();
                }
                switch (xml.getLocalName()) {
                    case "row" -> column = 0;
                    case "c" -> {
                        column = Math.max(column + 1, column(xml));
                        if (column > MOST_COLUMNS) {
                            throw SheetFile.unreadable(
                                    "Trang tính có ô nằm quá cột thứ " + MOST_COLUMNS
                                            + ". Hãy xóa các cột thừa bên phải rồi lưu lại.",
                                    "The sheet has a cell beyond column " + MOST_COLUMNS
                                            + ". Remove the surplus columns and save it again.");
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException noXml) {
            // A picture, or a part at which the reader will stop as well.
        }
    }

    /** The column that the cell names, from 1; 0 when it names none. */
    private static int column(XMLStreamReader cell) {
        int column = 0;
        for (int i = 0; i < cell.getAttributeCount(); i++) {
            if (cell.getAttributeLocalName(i).equals("r")) {
                column = Math.max(column, column(cell.getAttributeValue(i)));
            }
        }
        return column;
    }

    private static int column(@Nullable String reference) {
        int column = 0;
        String letters = reference == null ? "" : reference;
        for (int i = 0; i < letters.length() && Character.isLetter(letters.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
            if (column > MOST_COLUMNS) {
                break;
            }
        }
        return column;
    }

    private static Refusal tooMuch() {
        return SheetFile.unreadable(
                "Tệp XLSX bung ra quá lớn. Hãy xóa các trang tính, dòng và cột thừa rồi lưu lại.",
                "The XLSX file unpacks to too much. Remove surplus sheets, rows and columns and save it again.");
    }
}
