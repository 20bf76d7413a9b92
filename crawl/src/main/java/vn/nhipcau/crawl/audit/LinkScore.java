package vn.nhipcau.crawl.audit;

import java.time.LocalDate;
import java.util.List;
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
    /** Links from this on name the document. */
    static final int NAMED = 70;

    private record Word(Pattern words, int points) {}

    /** Sections of a site, by the words of a short link. */
    private static final List<Word> SECTIONS = List.of(
            word("lay y kien|gop y|y kien nhan dan|xin y kien", 50),
            word("du thao", 45),
            word("van ban|vbqppl|chi dao dieu hanh", 42),
            word("thong bao", 38),
            word("cong khai|dan chu|quy che dan chu", 34),
            word("ke hoach|quyet dinh|cong van|huong dan|tuyen truyen|pho bien", 30),
            word("tai lieu|tep dinh kem|tai ve|download|file", 24),
            word("tin tuc|su kien|tin hoat dong|ban tin|tin moi|hoat dong|tin trong nganh|tin", 16));

    private static final Pattern NOISE = Pattern.compile(
            "(?:dang nhap|dang ky|login|register|english|lich cong tac|lich lam viec|thu vien anh|hinh anh|video|album|"
                    + "rss|in trang|in bai|gui email|chia se|share|print|facebook|zalo|twitter|so do trang|sitemap|"
                    + "gioi thieu|co cau to chuc|lien he|thoi tiet|ty gia|tro ve|quay lai|doi mat khau|thu dien tu|"
                    + "hoi dap|lien ket web|danh ba|ban do|so do cong).*");
    private static final Pattern NOISY_ADDRESS = Pattern.compile(
            "(?i).*(?:/(?:login|dang-?nhap|calendar|lich|wp-admin|user|print|tag|album|gallery|video)(?:[/?._-]|$)"
                    + "|[?&](?:print|tmpl=component|lang=en|sort|order|month|thang|year|date|day|ngay|view=day)\\b|/en(?:/|$)).*");
    static final Pattern FILE = Pattern.compile("(?i).*\\.(?:pdf|docx?|rtf|odt|zip|rar|7z)(?:[?#].*)?");
    private static final Pattern PICTURE = Pattern.compile(
            "(?i).*\\.(?:jpe?g|png|gif|webp|svg|ico|css|js|mp[34]|avi|wmv|flv|mov|xlsx?|pptx?|exe|woff2?|ttf|xml|json)(?:\\?.*)?");
    private static final Pattern DOWNLOAD = Pattern.compile(
            "(?i).*(?:download|dinh-?kem|attach|getfile|taive|tai-ve|viewfile|/documents/|filehandler).*");
    private static final Pattern PAGER =
            Pattern.compile("\\d{1,3}|trang \\d+|tiep|trang sau|sau|tiep theo|next|cu hon|xem tiep|trang ke");
    private static final Pattern PAGER_ADDRESS = Pattern.compile(
            "(?i).*(?:[?&/](?:page|trang|p|start|cur|pageindex|paged|_cur)[=/]\\d+|/page/\\d+|_cur=\\d+).*");

    private final Target target;
    private final @Nullable LocalDate oldest;

    LinkScore(Target target) {
        this.target = target;
        // A clerk may enter yesterday's date, or post a day before the number is given.
        this.oldest = target.date() == null ? null : target.date().minusDays(3);
    }

    private static Word word(String words, int points) {
        return new Word(Pattern.compile("(?:.* )?(?:" + words + ")(?: .*)?"), points);
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
     * @param dated the day printed beside it
     * @param from points of the section on whose page it stands
     * @param aboutIt whether the page it stands on is about the document
     */
    Rated rate(Url url, String words, @Nullable LocalDate dated, int from, boolean aboutIt) {
        String folded = Fold.plain(words.length() > 300 ? words.substring(0, 300) : words);
        String target = url.target();
        boolean file = FILE.matcher(target).matches();
        double named =
                Math.max(this.target.named(words), this.target.named(url.path().length() > 200 ? "" : url.path()));
        if (PICTURE.matcher(target).matches()) {
            return new Rated(-100, named, 0, false, false, dated);
        }
        int points = 10;
        if (named >= 0.45) {
            points += (int) (40 + 60 * named);
        } else if (named >= 0.2) {
            points += (int) (60 * named);
        }
        int section = 0;
        boolean shortWords = folded.length() <= 45;
        if (shortWords && named < 0.45) {
            for (Word word : SECTIONS) {
                if (word.words().matcher(folded).matches()) {
                    section = word.points();
                    break;
                }
            }
        }
        // Portals number the first page of a section too; its words tell it from the pager.
        boolean pager = PAGER.matcher(folded).matches()
                || section == 0
                        && named < 0.45
                        && dated == null
                        && PAGER_ADDRESS.matcher(target).matches();
        if (file) {
            points += aboutIt ? 80 : named < 0.2 ? from / 4 : 10;
        } else if (aboutIt && DOWNLOAD.matcher(target).matches()) {
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
            if (dated.isBefore(oldest) && named >= 0.45) {
                // Last year's document of the same title: looked at, after everything else.
                points = FLOOR + 1;
            }
        }
        if (NOISE.matcher(folded).matches() && named < 0.45
                || NOISY_ADDRESS.matcher(target).matches() && named < 0.45) {
            points -= 40;
        }
        return new Rated(points, named, section, file, pager, dated);
    }

    boolean tooOld(@Nullable LocalDate day) {
        return day != null && oldest != null && day.isBefore(oldest);
    }
}
