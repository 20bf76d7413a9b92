package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signature: capacity and office in capitals, then the name (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).
 *
 * @param first where its first line begins
 * @param last where its last line ends
 */
record Signature(Header.Signer signer, int first, int last) {
    private static final Pattern CAPACITY =
            Pattern.compile("(?:^|(?<= ))(?:tm|kt|tl|tuq|q|tun|t/m|k/t|t/l)(?:\\. ?|(?<=/.) )(?=\\p{L})");
    private static final Pattern CAPACITY_START =
            Pattern.compile("^(?:tm|kt|tl|tuq|tun|q)\\. ?\\p{L}|^(?:t/m|k/t|t/l)[. ]+\\p{L}");
    private static final Pattern TITLE = Pattern.compile(
            "(?:^|(?<= ))(?:q\\. )?(?:phó |chủ tịch|giám đốc|tổng giám đốc|chánh |(?<!ban )bí thư|trưởng |bộ trưởng|thứ trưởng|cục trưởng|chi cục trưởng|vụ trưởng"
                    + "|thủ tướng|tổng bí thư|ủy viên|tổng thanh tra|viện trưởng|hiệu trưởng|chỉ huy trưởng|đội trưởng|tổ trưởng"
                    + "|chính ủy|tổng biên tập|thống đốc|chủ nhiệm|người |(?<!ban )thường trực|hạt trưởng|kiểm toán|quyền )");
    /** What one who signs for another is: never the office that is signed for. */
    private static final Pattern DEPUTY =
            Pattern.compile("(?:^|(?<= ))(?:phó |thứ trưởng|ủy viên|trưởng (?:phòng|ban)|người )");

    private static final Pattern BROKEN_ORGAN =
            Pattern.compile("[. /](?:ban|ủy|ủy ban|hội đồng|hội|đoàn|thường|ban thường|ban chấp)$");

    private static final Pattern REPORTER = Pattern.compile("^người (?:báo cáo|lập|lập biểu|viết báo cáo|tổng hợp)$");
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]*(?: (?:\\p{Lu}[\\p{Ll}\\p{M}]*|[A-Z]\\.)){1,5}");
    private static final Pattern RANK =
            Pattern.compile("^(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:pgs|gs|ts|ths)[., ]+)[. ]*");
    private static final Pattern NOISE = Pattern.compile("^\\(?(?:đã ký|ký tên|ký, |chữ ký|ký bởi|signed)");
    private static final int LONGEST_LINE = 120;
    private static final int TITLE_WORDS = 5;
    /** Lines between the recipients and the signature, such as a mark of a copy. */
    private static final int STRAY_LINES = 2;

    /** Whether a signature may begin with this line. */
    static boolean startsWith(String line) {
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            return false;
        }
        String folded = Folding.fold(line);
        return CAPACITY_START.matcher(folded).find()
                || (capitalsAtStart(line) > 1 && TITLE.matcher(folded).lookingAt())
                || REPORTER.matcher(folded).find();
    }

    /** Whether the line is a person's name and nothing else. */
    static boolean isName(String line) {
        return NAME.matcher(line.strip()).matches();
    }

    /** @return null when these lines hold no signature near their beginning */
    static @Nullable Signature of(List<Line> lines) {
        List<String> offices = new ArrayList<>();
        String name = null;
        Line first = null;
        Line last = null;
        int stray = 0;
        for (Line line : lines) {
            String text = line.text();
            if (NOISE.matcher(Folding.fold(text)).find()) {
                continue;
            }
            if (first == null && !startsWith(text) && !isOffice(text)) {
                stray++;
                if (stray > STRAY_LINES || text.length() > LONGEST_LINE / 2) {
                    return null;
                }
                continue;
            }
            first = first == null ? line : first;
            String[] words = text.split(" ");
            int capitals = capitalsAtStart(text);
            if (capitals == words.length
                    || isOffice(text)
                    || (CAPACITY_START.matcher(Folding.fold(text)).find() && capitals < 2)) {
                offices.add(text);
            } else if (capitals > 0 && words.length - capitals >= 2) {
                offices.add(String.join(" ", Arrays.copyOf(words, capitals)));
                name = name(String.join(" ", Arrays.copyOfRange(words, capitals, words.length)));
            } else {
                name = name(text);
                if (name == null) {
                    break;
                }
            }
            last = line;
            if (name != null) {
                break;
            }
        }
        return first == null || last == null || offices.isEmpty()
                ? null
                : new Signature(signer(offices, name), first.start(), last.end());
    }

    /** An office in small letters, as copies on the web have it. */
    private static boolean isOffice(String line) {
        String folded = Folding.fold(line);
        int words = line.split(" ").length;
        int capitals = capitalsAtStart(line);
        return REPORTER.matcher(folded).find()
                || (TITLE.matcher(folded).lookingAt()
                        && words <= TITLE_WORDS
                        && (capitals == 0 || capitals == words)
                        && Character.isLetter(line.charAt(line.length() - 1))
                        && !isName(line));
    }

    private static int capitalsAtStart(String text) {
        int words = 0;
        for (String word : text.split(" ")) {
            if (!Paragraphs.isCapitals(word)) {
                break;
            }
            words++;
        }
        return words;
    }

    private static @Nullable String name(String text) {
        Matcher rank = RANK.matcher(Folding.fold(text));
        String bare = rank.find() ? text.substring(rank.end()).strip() : text.strip();
        Matcher name = NAME.matcher(bare);
        return name.lookingAt() && bare.length() - name.end() < 20 ? name.group() : null;
    }

    /** “KT. CHỦ TỊCH / PHÓ CHỦ TỊCH”: what follows the last capacity's office is the signer's own title. */
    private static Header.Signer signer(List<String> offices, @Nullable String name) {
        int capacity = -1;
        for (int i = 0; i < offices.size(); i++) {
            if (CAPACITY.matcher(Folding.fold(offices.get(i))).find()) {
                capacity = i;
            }
        }
        String all = String.join(" ", offices);
        if (capacity < 0) {
            return new Header.Signer(name, all, null);
        }
        // “T/M BAN / BÍ THƯ”: the name of the organ was broken.
        if (capacity + 1 < offices.size()
                && BROKEN_ORGAN.matcher(Folding.fold(offices.get(capacity))).find()) {
            offices.set(capacity, offices.get(capacity) + ' ' + offices.remove(capacity + 1));
        }
        boolean instead = isInstead(offices.get(capacity));
        for (int i = capacity + 1; i < offices.size(); i++) {
            if ((instead ? DEPUTY : TITLE).matcher(Folding.fold(offices.get(i))).lookingAt()) {
                return new Header.Signer(
                        name,
                        String.join(" ", offices.subList(i, offices.size())),
                        String.join(" ", offices.subList(0, i)));
            }
        }
        return inOneLine(all, name);
    }

    private static boolean isInstead(String line) {
        Matcher capacity = CAPACITY.matcher(Folding.fold(line));
        boolean instead = false;
        while (capacity.find()) {
            instead = capacity.group().startsWith("k");
        }
        return instead;
    }

    /** The lines were run together: the title begins with the first word that can begin it behind the capacity. */
    private static Header.Signer inOneLine(String all, @Nullable String name) {
        String folded = Folding.fold(all);
        Matcher capacity = CAPACITY.matcher(folded);
        int office = 0;
        while (capacity.find()) {
            office = capacity.end();
        }
        Matcher title = (isInstead(all) ? DEPUTY : TITLE).matcher(folded);
        if (office < folded.length() && title.find(office + 1)) {
            return new Header.Signer(
                    name,
                    all.substring(title.start()).strip(),
                    all.substring(0, title.start()).strip());
        }
        return new Header.Signer(name, null, all);
    }
}
