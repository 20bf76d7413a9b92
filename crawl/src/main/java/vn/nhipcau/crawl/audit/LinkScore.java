package vn.nhipcau.crawl.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Url;
import vn.nhipcau.vitext.Fold;

/**
 * How likely a link leads to the document, in points. A title or number says most; then the words under which Vietnamese
 * offices file such documents; then the date beside it.
 */
final class LinkScore {
    /** Links below this are not followed. */
    static final int FLOOR = 8;

    private record Word(int points, List<String> phrases) {
        Word(int points, String... phrases) {
            this(
                    points,
                    List.of(phrases).stream().map(phrase -> " " + phrase + " ").toList());
        }

        /** @param padded words between blanks */
        boolean in(String padded) {
            for (String phrase : phrases) {
                if (padded.contains(phrase)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Sections of a site, by the words of a short link. */
    private static final List<Word> SECTIONS = List.of(
            new Word(50, "lay y kien", "gop y", "y kien nhan dan", "xin y kien"),
            new Word(45, "du thao"),
            new Word(42, "van ban", "vbqppl", "chi dao dieu hanh"),
            new Word(38, "thong bao"),
            new Word(34, "cong khai", "dan chu"),
            new Word(30, "ke hoach", "quyet dinh", "cong van", "huong dan", "tuyen truyen", "pho bien"),
            new Word(24, "tai lieu", "tep dinh kem", "tai ve", "download", "file"),
            new Word(16, "tin", "tin tuc", "su kien", "hoat dong"));

    private static final Pattern NOISE = Pattern.compile(
            "(?:dang nhap|dang ky|login|register|english|lich cong tac|lich lam viec|thu vien anh|hinh anh|video|album|"
                    + "rss|in trang|in bai|gui email|chia se|share|print|facebook|zalo|twitter|so do trang|sitemap|"
                    + "gioi thieu|co cau to chuc|lien he|thoi tiet|ty gia|tro ve|quay lai|doi mat khau|thu dien tu|"
                    + "hoi dap|lien ket web|danh ba|ban do|so do cong).*");
    private static final Set<String> FILES = Set.of("pdf", "doc", "docx", "rtf", "odt", "zip", "rar", "7z");
    private static final Set<String> NO_PAGES = Set.of(
            "jpg", "jpeg", "png", "gif", "webp", "svg", "ico", "css", "js", "mp3", "mp4", "avi", "wmv", "flv", "mov",
            "xls", "xlsx", "ppt", "pptx", "exe", "woff", "woff2", "ttf", "xml", "json");
    private static final Pattern PAGER =
            Pattern.compile("\\d{1,3}|trang \\d+|tiep|trang sau|sau|tiep theo|next|cu hon|xem tiep|trang ke");
    private final Target target;
    private final @Nullable LocalDate oldest;

    LinkScore(Target target) {
        this.target = target;
        // A clerk may enter yesterday's date, or post a day before the number is given.
        this.oldest = target.date() == null ? null : target.date().minusDays(3);
    }

    /**
     * A link with what is known of it before it is followed.
     *
     * @param points how likely it leads to the document
     * @param named how much its words say the document's title
     * @param section points of the section it opens, inherited by what is listed there
     * @param file whether it is an attachment
     * @param pager whether it turns a page of a listing
     * @param dated the day printed beside it
     */
    record Rated(
            int points,
            double named,
            int section,
            boolean file,
            boolean pager,
            @Nullable LocalDate dated) {}

    /**
     * @param words of the link
     * @param told what is said of it: its words, or the row it stands in
     * @param dated the day printed beside it
     * @param from points of the section on whose page it stands
     * @param aboutIt whether the page it stands on is about the document
     */
    Rated rate(Url url, String words, String told, @Nullable LocalDate dated, int from, boolean aboutIt) {
        String folded = Fold.plain(words.length() > 300 ? words.substring(0, 300) : words);
        String target = url.target();
        String extension = extension(target);
        boolean file = FILES.contains(extension);
        double named =
                Math.max(this.target.named(told), this.target.named(url.path().length() > 200 ? "" : url.path()));
        Traits address = Traits.of(target);
        if (NO_PAGES.contains(extension)) {
            return new Rated(-100, named, 0, false, false, dated);
        }
        int points = 10;
        if (named >= Target.NAMES) {
            points += (int) (40 + 60 * named);
        } else if (named >= 0.2) {
            points += (int) (60 * named);
        }
        int section = 0;
        String padded = " " + folded + " ";
        boolean shortWords = folded.length() <= 45;
        if (shortWords && named < Target.NAMES) {
            for (Word word : SECTIONS) {
                if (word.in(padded)) {
                    section = word.points();
                    break;
                }
            }
        }
        // Portals number the first page of a section too; its words tell it from the pager.
        boolean pager = PAGER.matcher(folded).matches()
                || section == 0 && named < Target.NAMES && dated == null && address.pager();
        if (file) {
            points += aboutIt ? 80 : named < 0.2 ? from / 4 : 10;
        } else if (aboutIt && address.download()) {
            points += 70;
        } else if (pager) {
            points += from / 2 - 2 + (aboutIt ? 50 : 0);
            section = from;
        } else if (dated == null && section > 0) {
            points += section;
        } else {
            points += from / 4 + section / 4;
        }
        if (dated != null && !pager && !(aboutIt && file) && oldest != null) {
            points += dated.isBefore(oldest) ? -200 : 18;
            if (dated.isBefore(oldest) && named >= Target.NAMES) {
                // Last year's document of the same title: looked at, after everything else.
                points = FLOOR + 1;
            }
        }
        if (NOISE.matcher(folded).matches() && named < Target.NAMES || address.noisy() && named < Target.NAMES) {
            points -= 40;
        }
        return new Rated(points, named, section, file, pager, dated);
    }

    /** Whether an address ends like an attachment's, be it in a parameter. */
    static boolean isFile(Url url) {
        return FILES.contains(extension(url.target()));
    }

    private static String extension(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String extension = behindDot(path);
        return query >= 0 && !FILES.contains(extension) && FILES.contains(behindDot(target))
                ? behindDot(target)
                : extension;
    }

    private static String behindDot(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0 || text.length() - dot > 6 || text.indexOf('/', dot) >= 0
                ? ""
                : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    boolean tooOld(@Nullable LocalDate day) {
        return day != null && oldest != null && day.isBefore(oldest);
    }
}
