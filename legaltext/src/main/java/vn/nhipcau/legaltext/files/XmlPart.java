package vn.nhipcau.legaltext.files;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A forward walk through one XML part, in bounded depth, with nothing fetched and no entity expanded. */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = hardened();

    private final XMLStreamReader reader;
    private int depth;

    XmlPart(InputStream content) throws IOException {
        try {
            reader = FACTORY.createXMLStreamReader(content);
        } catch (XMLStreamException e) {
            throw readable(e);
        }
    }

    enum Event {
        START,
        END,
        TEXT,
        FINISH
    }

    /** To the next start, end or piece of text. */
    Event next() throws IOException, UnreadableFile {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > Limits.ELEMENT_DEPTH) {
                            throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
                        }
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    // Neither Word nor LibreOffice writes one; its only use here is to define entities that expand.
                    case XMLStreamConstants.DTD -> throw new UnreadableFile(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
                    default -> {}
                }
            }
            return Event.FINISH;
        } catch (XMLStreamException e) {
            throw readable(e);
        }
    }

    /** StAX keeps what the stream threw in a place of its own, out of {@code getCause}. */
    private static IOException readable(XMLStreamException e) {
        return new IOException(e.getNestedException() == null ? e : e.getNestedException());
    }

    /** The element's name without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    boolean inNamespace(String part) {
        String uri = reader.getNamespaceURI();
        return uri != null && uri.contains(part);
    }

    String text() {
        return reader.getText();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** From an element's start to behind its end. */
    void skip() throws IOException, UnreadableFile {
        int outside = depth - 1;
        while (depth > outside && next() != Event.FINISH) {
            // Everything in it is passed over.
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Otherwise it prints errors by itself, besides throwing them.
        factory.setXMLReporter((message, type, information, location) -> {});
        return factory;
    }
}
