package vn.nhipcau.consultation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.vitext.Fold;

/**
 * Cuts a draft into what people comment on: parts, chapters, articles, numbered sections. A proposal: a person corrects it
 * before the draft is put to the people. Points and dashes stay in the text of the section above them; so do the numbered
 * paragraphs of an article, which nobody comments on without the others.
 */
final class DraftOutline {
    /** What is longer begins with a number and is a paragraph all the same. */
    private static final int LONGEST_HEADING = 200;

    private static final int SHOWN_OF_PARAGRAPH = 90;

    private enum Kind {
        PART("(?iu)phần\\s+(?:thứ\\s+)?(một|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[ivx]+|\\d{1,2})(?=[.:\\s]|$)"),
        CHAPTER("(?iu)chương\\s+([ivxlc]+|\\d{1,3})(?=[.:\\s]|$)"),
        SECTION("(?iu)mục\\s+([ivxlc]+|\\d{1,3})(?=[.:\\s]|$)"),
        LETTERED("([A-HĐ])[.)]\\s"),
        ROMAN("([IVX]{1,6})(?:[.)/]|\\s?-)\\s"),
        ARTICLE("(?u)Điều\\s+(\\d{1,3}[a-zđ]?)(?=[.:\\s]|$)"),
        NUMBER("(\\d{1,2})[.)/]\\s+(?=\\S)"),
        SUBNUMBER("(\\d{1,2}\\.\\d{1,2})[.)]?\\s+(?=\\S)"),
        SUBSUBNUMBER("(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})[.)]?\\s+(?=\\S)");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private record Mark(Kind kind, String number) {
        String anchor() {
            String plain = Fold.plain(number).replace(' ', '.');
            return switch (kind) {
                case PART -> "phan-" + ordinal(plain);
                case CHAPTER -> "chuong-" + plain;
                case SECTION -> "muc-" + plain;
                case ARTICLE -> "dieu-" + plain;
                case LETTERED, ROMAN, NUMBER -> plain;
                // “2.1” already holds the number of the section above it.
                case SUBNUMBER, SUBSUBNUMBER -> plain.substring(plain.lastIndexOf('.') + 1);
            };
        }

        /** “Phần thứ hai” is the second. */
        private static String ordinal(String word) {
            int place = List.of("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
                    .indexOf(word);
            return place < 0 ? word.equals("mot") ? "1" : word : Integer.toString(place + 1);
        }
    }

    private record Open(Mark mark, String anchor) {}

    private final List<NewConsultation.NewClause> clauses = new ArrayList<>();
    private final Deque<Open> path = new ArrayDeque<>();
    private final Set<String> anchors = new HashSet<>();
    private final boolean articles;
    private String anchor = "";
    private int level = 1;
    private String heading = "";
    private final StringBuilder text = new StringBuilder();

    private DraftOutline(List<String> lines) {
        long count = lines.stream()
                .filter(line -> mark(line) instanceof Mark mark && mark.kind() == Kind.ARTICLE)
                .count();
        this.articles = count > 1;
    }

    static List<NewConsultation.NewClause> of(String draft) {
        List<String> lines = draft.lines()
                .map(line -> line.strip().replaceAll("\\h+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        DraftOutline outline = new DraftOutline(lines);
        lines.forEach(outline::take);
        outline.close();
        return outline.clauses;
    }

    private static @Nullable Mark mark(String line) {
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(line);
            if (matcher.lookingAt() && isHeading(kind, line, matcher.end())) {
                return new Mark(kind, matcher.group(1));
            }
        }
        return null;
    }

    /** “Phần hai của dự án …”, “Mục 3 nói rằng …” are sentences: a named heading ends there or goes on with a capital. */
    private static boolean isHeading(Kind kind, String line, int end) {
        boolean named = kind == Kind.PART || kind == Kind.CHAPTER || kind == Kind.SECTION || kind == Kind.ARTICLE;
        if (!named) {
            return true;
        }
        String rest = line.substring(end).replaceFirst("^[\\s.:–-]+", "");
        boolean closed = end == line.length() || ".:".indexOf(line.charAt(end)) >= 0;
        return Character.isUpperCase(line.charAt(0))
                && (closed || Character.isUpperCase(rest.isEmpty() ? 'X' : rest.charAt(0)));
    }

    private void take(String line) {
        Mark mark = mark(line);
        if (mark == null || (articles && isInArticle(mark))) {
            if (heading.isEmpty() && text.isEmpty() && clauses.isEmpty()) {
                begin("mo-dau", 1, "Mở đầu");
            } else if (!text.isEmpty()) {
                text.append("\n");
            }
            // “PHẦN THỨ NHẤT” alone in its line has its name in the next.
            if (text.isEmpty() && bare(heading) && isCapitals(line)) {
                heading = heading + ". " + line;
            } else {
                text.append(line);
            }
            return;
        }
        close();
        while (!path.isEmpty()
                && path.peek().mark().kind().ordinal() >= mark.kind().ordinal()) {
            path.pop();
        }
        boolean fresh = mark.kind() == Kind.ARTICLE || path.isEmpty();
        String own = mark.anchor();
        String full = fresh ? own : path.peek().anchor() + "." + own;
        path.push(new Open(mark, full));
        boolean paragraph = line.length() > LONGEST_HEADING;
        begin(full, path.size(), paragraph ? shortened(line) : line);
        if (paragraph) {
            text.append(line);
        }
    }

    private boolean isInArticle(Mark mark) {
        return mark.kind().ordinal() > Kind.ARTICLE.ordinal()
                && path.stream().anyMatch(open -> open.mark().kind() == Kind.ARTICLE);
    }

    private static boolean bare(String heading) {
        return heading.matches("(?iu)(phần|chương|mục)\\s+(thứ\\s+)?[\\p{L}\\d]+[.:]?");
    }

    private static boolean isCapitals(String line) {
        return line.equals(line.toUpperCase(Locale.ROOT)) && line.chars().anyMatch(Character::isLetter);
    }

    private static String shortened(String paragraph) {
        int end = paragraph.lastIndexOf(' ', SHOWN_OF_PARAGRAPH);
        return paragraph.substring(0, end < 0 ? SHOWN_OF_PARAGRAPH : end) + "…";
    }

    private void begin(String anchor, int level, String heading) {
        this.anchor = anchor;
        this.level = Math.min(level, 6);
        this.heading = heading;
        text.setLength(0);
    }

    private void close() {
        if (heading.isEmpty()) {
            return;
        }
        clauses.add(new NewConsultation.NewClause(unique(anchor, anchors), level, heading, text.toString()));
        heading = "";
        text.setLength(0);
    }

    /** Two chapters may both begin with “1.”, two annexes may bear one number. */
    static String unique(String anchor, Set<String> taken) {
        String tidy = anchor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
        String base = tidy.length() > 70 ? tidy.substring(0, 70).replaceAll("[.-]+$", "") : tidy;
        String free = base.isEmpty() ? "muc" : base;
        for (int number = 2; !taken.add(free); number++) {
            free = (base.isEmpty() ? "muc" : base) + "-" + number;
        }
        return free;
    }
}
