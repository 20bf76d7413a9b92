package vn.nhipcau.legaltext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph in its place among the numbered headings. */
final class Clause {
    private static final int HEADING_LENGTH = 200;

    private final Paragraph paragraph;
    private final @Nullable Clause parent;
    private final int index;
    private final Passage body;
    private final boolean heading;

    private Clause(Paragraph paragraph, @Nullable Clause parent, int index) {
        this.paragraph = paragraph;
        this.parent = parent;
        this.index = index;
        this.body = paragraph.body();
        this.heading = isHeading();
    }

    Paragraph paragraph() {
        return paragraph;
    }

    /** What follows the marker. */
    Passage body() {
        return body;
    }

    @Nullable
    Marker marker() {
        return paragraph.marker();
    }

    @Nullable
    Clause parent() {
        return parent;
    }

    /** Its place in the list of all clauses. */
    int index() {
        return index;
    }

    boolean bullet() {
        return marker() != null && marker().kind().bullet();
    }

    /** Whether it names what follows and binds nobody by itself. */
    boolean heading() {
        return heading;
    }

    private boolean isHeading() {
        if (body.length() > HEADING_LENGTH) {
            return false;
        }
        if (body.isEmpty()) {
            return true;
        }
        char last = body.text().charAt(body.length() - 1);
        return marker() == null
                ? Paragraphs.isCapitals(body.text()) || last == ':'
                : last == ':' || ".;!".indexOf(last) < 0;
    }

    /** Headings from the outermost, e.g. {@code III.2} or {@code Điều 6.1}; chapters do not show above an article. */
    String path() {
        Deque<String> labels = new ArrayDeque<>();
        for (Clause at = this; at != null; at = at.parent) {
            Marker marker = at.marker();
            if (marker == null || marker.label().isEmpty()) {
                continue;
            }
            String label = marker.label();
            if (marker.kind() == Marker.Kind.SUBNUMBER || marker.kind() == Marker.Kind.SUBSUBNUMBER) {
                // “2.1” already holds the number of the heading above it.
                while (!labels.isEmpty() && labels.peekFirst().equals(label)) {
                    labels.removeFirst();
                }
            }
            boolean repeated = !labels.isEmpty() && labels.peekFirst().startsWith(label + '.');
            if (!repeated) {
                labels.addFirst(label);
            }
            if (marker.kind() == Marker.Kind.ARTICLE) {
                break;
            }
        }
        return String.join(".", labels);
    }

    static List<Clause> tree(List<Paragraph> paragraphs) {
        List<Clause> clauses = new ArrayList<>(paragraphs.size());
        Deque<Clause> open = new ArrayDeque<>();
        for (Paragraph paragraph : paragraphs) {
            Marker marker = paragraph.marker();
            if (marker == null) {
                closeForPlain(open);
            } else {
                closeFor(marker.kind(), open);
            }
            Clause clause = new Clause(paragraph, open.peek(), clauses.size());
            clauses.add(clause);
            if (marker != null || clause.introduces()) {
                open.push(clause);
            }
        }
        return clauses;
    }

    /** “Sở Nội vụ đề nghị các đơn vị:” in a line of its own stands above the list that follows. */
    boolean introduces() {
        return !body().isEmpty() && body().text().charAt(body().length() - 1) == ':';
    }

    /** A heading closes everything down to the last one of its own kind; an unknown kind goes below what is open. */
    private static void closeFor(Marker.Kind kind, Deque<Clause> open) {
        if (kind == Marker.Kind.FOOTNOTE) {
            open.clear();
            return;
        }
        if (kind.structural()) {
            while (!open.isEmpty() && (open.peek().marker() == null || rank(open.peek()) >= kind.ordinal())) {
                open.pop();
            }
            return;
        }
        boolean known = open.stream().anyMatch(clause -> clause.is(kind));
        while (!open.isEmpty()) {
            if (open.peek().is(kind)) {
                open.pop();
                return;
            }
            boolean listed = open.peek().bullet() && !kind.bullet();
            if (!known && !listed && !open.peek().is(Marker.Kind.FOOTNOTE)) {
                return;
            }
            open.pop();
        }
    }

    private boolean is(Marker.Kind kind) {
        return marker() != null && marker().kind() == kind;
    }

    /** A plain paragraph after a list belongs to what the list belongs to. */
    private static void closeForPlain(Deque<Clause> open) {
        while (!open.isEmpty() && (open.peek().bullet() || open.peek().marker() == null)) {
            open.pop();
        }
    }

    private static Marker.Kind kindOf(Clause clause) {
        Marker marker = clause.marker();
        return marker == null ? Marker.Kind.DASH : marker.kind();
    }

    private static int rank(Clause clause) {
        return kindOf(clause).ordinal();
    }

    @Override
    public String toString() {
        return path() + ": " + body();
    }
}
