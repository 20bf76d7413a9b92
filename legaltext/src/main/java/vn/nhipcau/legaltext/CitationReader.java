package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the other documents that a text cites by number. */
final class CitationReader {
    /** Numbers of forms and of parts of a document are written like numbers of documents. */
    private static final Pattern NOT_A_DOCUMENT = Pattern.compile(
            "(?:mẫu|mau|biểu|phiếu|bảng|tcvn|qcvn|iso|nhà|ngõ)(?: số)?:? ?(?:\\d{1,3}(?:, ?\\d{1,3})* (?:và|đến) )?(?:mẫu (?:số )?)?$");

    private static final Pattern WITH_YEAR = Pattern.compile("\\d{1,5}-(?:19|20)\\d\\d-");
    private static final Pattern DATE = Pattern.compile(
            "[ ,]{0,2}(?:ký |ban hành )?(?:ngày|, ngày) ?(\\d{1,2})(?: ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4})"
                    + "| tháng (\\d{1,2})(?:,)? năm (\\d{4}))");
    private static final Pattern ISSUER = Pattern.compile("[ ,]{0,2}của (?:(?:các )?đồng chí )?");
    private static final Pattern ISSUER_END = Pattern.compile(
            " (?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|thành lập|triển khai|thực hiện|thông qua|v/v|gửi|đã|công bố|giao|bổ sung|và"
                    + " (?:các|những|luật|nghị|quyết|thông|chỉ|kế|công|hướng|kết|quy)) |[,;.:()“\"\\[]|$");
    private static final Pattern AND_NEXT = Pattern.compile("[ ,;]*(?:và |, )?(?:các )?(?:\\p{L}+ ){0,4}(?:số )?");
    private static final int BEFORE_REACH = 30;
    private static final int TYPE_REACH = 60;
    private static final int ISSUER_REACH = 120;

    private static final List<Named> NAMED_TYPES = namedTypes();

    private record Named(String folded, DocumentType type) {}

    private record Found(
            String number,
            int from,
            int to,
            int dateEnd,
            @Nullable LocalDate date) {}

    private CitationReader() {}

    /** @param own the document's own number, which it may repeat, e.g. in an annex */
    static List<Citation> read(List<Paragraph> paragraphs, @Nullable String own) {
        Map<String, Citation> byNumber = new LinkedHashMap<>();
        String ownKey = own == null ? "" : key(own);
        for (Paragraph paragraph : paragraphs) {
            Passage passage = paragraph.passage();
            List<Found> found = find(passage);
            LocalDate shared = null;
            for (int i = found.size() - 1; i >= 0; i--) {
                Found one = found.get(i);
                boolean chained = i + 1 < found.size()
                        && AND_NEXT.matcher(passage.folded()
                                        .substring(one.to(), found.get(i + 1).from()))
                                .matches();
                shared = one.date() != null ? one.date() : chained ? shared : null;
                found.set(i, new Found(one.number(), one.from(), one.to(), one.dateEnd(), shared));
            }
            for (Found one : found) {
                String key = key(one.number());
                if (key.equals(ownKey)) {
                    continue;
                }
                String issuer = issuer(passage, one.dateEnd());
                IssueTold told = IssueTold.before(passage, one.from());
                Citation citation = new Citation(
                        one.number(),
                        type(passage, one),
                        one.date() == null ? told.date() : one.date(),
                        issuer == null ? told.issuer() : issuer,
                        passage.span(one.from(), one.to()));
                byNumber.merge(key, citation, CitationReader::fuller);
            }
        }
        return byNumber.entrySet().stream()
                .filter(one -> byNumber.keySet().stream().noneMatch(other -> shortens(one.getKey(), other)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same number may be printed “102/2025/NQLT/UBTVQH15-CP” and “102/2025/NQLT-UBTVQH15-CP”. */
    private static String key(String number) {
        return Folding.fold(number).replace('/', '-').replace('–', '-').replace('—', '-');
    }

    /** “102/2025/NQLT” is how a text repeats “102/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN”. */
    private static boolean shortens(String number, String other) {
        return WITH_YEAR.matcher(number).lookingAt()
                && other.length() > number.length()
                && other.startsWith(number)
                && other.charAt(number.length()) == '-';
    }

    private static List<Found> find(Passage passage) {
        List<Found> found = new ArrayList<>();
        String text = passage.text();
        if (text.indexOf('/') < 0) {
            return found;
        }
        Matcher number = DocumentSymbol.ANYWHERE.matcher(text);
        while (number.find()) {
            String tidy = DocumentSymbol.tidy(number.group());
            String before = passage.folded().substring(Math.max(0, number.start() - BEFORE_REACH), number.start());
            if (DocumentSymbol.plausible(tidy)
                    && !NOT_A_DOCUMENT.matcher(before).find()) {
                Matcher date = DATE.matcher(passage.folded()).region(number.end(), text.length());
                boolean dated = date.lookingAt();
                found.add(new Found(
                        tidy,
                        number.start(),
                        number.end(),
                        dated ? date.end() : number.end(),
                        dated ? date(date) : null));
            }
        }
        return found;
    }

    /** Stretches that hold a number with its date, so that nobody takes the date for a time limit. */
    static List<int[]> regions(Passage passage) {
        return find(passage).stream()
                .map(one -> new int[] {one.from(), one.dateEnd()})
                .toList();
    }

    private static @Nullable LocalDate date(Matcher date) {
        boolean slashes = date.group(2) != null;
        return Calendar.date(date.group(1), date.group(slashes ? 2 : 4), date.group(slashes ? 3 : 5));
    }

    private static @Nullable DocumentType type(Passage passage, Found one) {
        int from = Math.max(0, one.from() - TYPE_REACH);
        String before = passage.folded().substring(from, one.from());
        DocumentType nearest = null;
        int at = -1;
        for (Named named : NAMED_TYPES) {
            int last = before.lastIndexOf(named.folded());
            if (last > at) {
                at = last;
                nearest = named.type();
            }
        }
        DocumentType bySymbol = DocumentSymbol.type(one.number());
        if (bySymbol != null && bySymbol != DocumentType.LUAT) {
            return bySymbol;
        }
        return nearest != null ? nearest : bySymbol;
    }

    private static @Nullable String issuer(Passage passage, int from) {
        Matcher of = ISSUER.matcher(passage.folded()).region(from, passage.length());
        if (!of.lookingAt()) {
            return null;
        }
        int reach = Math.min(passage.length(), of.end() + ISSUER_REACH);
        Matcher end = ISSUER_END.matcher(passage.folded()).region(of.end(), reach);
        int to = end.find() ? end.start() : reach;
        String issuer = passage.text().substring(of.end(), to).strip();
        return issuer.isEmpty() ? null : issuer;
    }

    private static Citation fuller(Citation first, Citation again) {
        return new Citation(
                first.number(),
                first.type() != null ? first.type() : again.type(),
                first.date() != null ? first.date() : again.date(),
                first.issuer() != null ? first.issuer() : again.issuer(),
                first.span());
    }

    private static List<Named> namedTypes() {
        List<Named> named = new ArrayList<>();
        for (DocumentType type : DocumentType.values()) {
            named.add(new Named(Folding.fold(type.vietnamese()) + ' ', type));
        }
        named.add(new Named("pháp lệnh ", DocumentType.LUAT));
        return List.copyOf(named);
    }
}
