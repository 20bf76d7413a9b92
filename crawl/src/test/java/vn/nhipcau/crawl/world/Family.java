package vn.nhipcau.crawl.world;

import java.util.List;
import java.util.Set;

/**
 * A kind of portal, by what differs to a crawler.
 *
 * @param section address of a section's page, with its number and the page
 * @param detail address of an article, with its number and slug
 * @param file address of an attachment
 * @param day how listings print the day; empty when they do not
 * @param perPage articles on a page of a listing
 * @param sitemap whether robots.txt names one
 * @param feed whether there is one
 * @param search address of the search, with the words to come; empty when there is none
 * @param validators whether pages carry ETag or Last-Modified
 * @param tables whether the layout is made of tables
 * @param charset in which pages are sent
 * @param chrome size of menus, styles and scripts around the text, in KB
 * @param habits what else is particular
 */
record Family(
        String name,
        String section,
        String detail,
        String file,
        String day,
        int perPage,
        boolean sitemap,
        boolean feed,
        String search,
        boolean validators,
        boolean tables,
        String charset,
        int chrome,
        Set<Habit> habits) {

    /** What some portals do and others do not. */
    enum Habit {
        /** Lists shorten a title to some words and dots; the whole stands in the link's title attribute. */
        SHORTENS,
        /** Documents stand in a table of number, day, abstract; the link beside them says “Xem”. */
        REGISTER,
        /** Compressed, in chunks, without a length. */
        CHUNKED,
        /** Each answer differs from the one before: a token, a count of visitors. */
        COUNTS,
        /** Letters beyond ASCII as numbers, tags in capitals, attributes without quotes. */
        ENTITIES,
        /** Lists say how long ago instead of the day. */
        AGO
    }

    Family(
            String name,
            String section,
            String detail,
            String file,
            String day,
            int perPage,
            boolean sitemap,
            boolean feed,
            String search,
            boolean validators,
            boolean tables,
            String charset,
            int chrome) {
        this(
                name,
                section,
                detail,
                file,
                day,
                perPage,
                sitemap,
                feed,
                search,
                validators,
                tables,
                charset,
                chrome,
                Set.of());
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }

    /** Seen while the auditor was made. */
    static final List<Family> KNOWN = List.of(
            new Family(
                    "dotnetnuke",
                    "/tabid/%1$d/Default.aspx?page=%2$d",
                    "/tabid/62/ArticleID/%1$d/%2$s.aspx",
                    "/Portals/0/VanBan/%s",
                    "dd/MM/yyyy",
                    12,
                    false,
                    false,
                    "/Search.aspx?Search=",
                    false,
                    true,
                    "utf-8",
                    14),
            new Family(
                    "joomla",
                    "/index.php?option=com_content&view=category&id=%1$d&start=%2$d",
                    "/index.php?option=com_content&view=article&id=%1$d:%2$s",
                    "/images/stories/%s",
                    "",
                    10,
                    false,
                    true,
                    "",
                    true,
                    false,
                    "utf-8",
                    10),
            new Family(
                    "wordpress",
                    "/category/%3$s/page/%2$d/",
                    "/%4$s/%2$s-%1$d/",
                    "/wp-content/uploads/%s",
                    "dd/MM/yyyy",
                    10,
                    true,
                    true,
                    "/?s=",
                    true,
                    false,
                    "utf-8",
                    16),
            new Family(
                    "vnpt",
                    "/pages/danh-sach.aspx?chuyenmuc=%1$d&trang=%2$d",
                    "/pages/xem-chi-tiet.aspx?id=%1$d",
                    "/VanBan/Download.ashx?ten=%s",
                    "(dd/MM/yyyy)",
                    15,
                    false,
                    false,
                    "",
                    true,
                    false,
                    "utf-8",
                    12),
            new Family(
                    "oldasp",
                    "/list.asp?cat=%1$d&p=%2$d",
                    "/news.asp?id=%1$d",
                    "/upload/%s",
                    "d/M/yyyy",
                    20,
                    false,
                    false,
                    "",
                    false,
                    true,
                    "TCVN3",
                    6));
    /** Kept for measuring. */
    static final List<Family> UNSEEN = List.of(
            new Family(
                    "liferay",
                    "/web/guest/%3$s?p_p_id=101_INSTANCE&_101_INSTANCE_cur=%2$d",
                    "/web/guest/-/asset_publisher/%1$d/content/%2$s",
                    "/documents/10180/%s",
                    "dd-MM-yyyy",
                    10,
                    true,
                    false,
                    "/web/guest/search?q=",
                    true,
                    false,
                    "utf-8",
                    18),
            new Family(
                    "sharepoint",
                    "/SitePages/%3$s.aspx?PageIndex=%2$d",
                    "/noidungtin/Pages/%3$s.aspx?ItemID=%1$d",
                    "/PublishingImages/files/%s",
                    "",
                    12,
                    false,
                    false,
                    "",
                    false,
                    true,
                    "utf-8",
                    15),
            new Family(
                    "viettel",
                    "/chuyen-muc/%3$s/trang-%2$d.html",
                    "/%2$s-%1$d.html",
                    "/uploads/attachments/%s",
                    "HH:mm dd/MM/yyyy",
                    15,
                    true,
                    true,
                    "/tim-kiem?tukhoa=",
                    true,
                    false,
                    "utf-8",
                    14),
            new Family(
                    "tinhthanh",
                    "/chi-tiet-chuyen-muc?cm=%1$d&page=%2$d",
                    "/tin/%1$d",
                    "/api/file/%s",
                    "'Ngày' dd 'tháng' MM 'năm' yyyy",
                    8,
                    false,
                    false,
                    "",
                    false,
                    false,
                    "windows-1258",
                    9));
    /** Written after the auditor, with habits that the others do not have. */
    static final List<Family> FRESH = List.of(
            new Family(
                    "domino",
                    "/so.nsf/vwChuyenMuc?OpenView&RestrictToCategory=%3$s&Start=%2$d",
                    "/so.nsf/0/4B2F%1$dA90C5D0047?OpenDocument",
                    "/so.nsf/0/tep/$file/%s",
                    "dd.MM.yyyy",
                    15,
                    false,
                    false,
                    "",
                    false,
                    true,
                    "utf-8",
                    7,
                    Set.of(Habit.ENTITIES, Habit.SHORTENS)),
            new Family(
                    "drupal",
                    "/%3$s?page=%2$d",
                    "/node/%1$d",
                    "/sites/default/files/%s",
                    "",
                    10,
                    false,
                    true,
                    "/search/node?keys=",
                    false,
                    false,
                    "utf-8",
                    20,
                    Set.of(Habit.CHUNKED, Habit.AGO)),
            new Family(
                    "phpnuke",
                    "/modules.php?name=News&new_topic=%1$d&page=%2$d",
                    "/modules.php?name=News&op=viewst&sid=%1$d",
                    "/modules.php?name=Download&op=getit&lid=%s",
                    "dd/MM/yyyy",
                    12,
                    false,
                    false,
                    "",
                    false,
                    true,
                    "utf-8",
                    9,
                    Set.of(Habit.COUNTS)),
            new Family(
                    "vbqppl",
                    "/vbpq/Pages/danh-muc.aspx?lv=%1$d&Page=%2$d",
                    "/vbpq/Pages/View.aspx?ItemID=%1$d",
                    "/VBPQFiles/%s",
                    "dd/MM/yyyy",
                    20,
                    false,
                    false,
                    "",
                    true,
                    true,
                    "utf-8",
                    11,
                    Set.of(Habit.REGISTER)),
            new Family(
                    "nukeviet",
                    "/vi/news/%3$s/page-%2$d/",
                    "/vi/news/%3$s/%2$s-%1$d.html",
                    "/uploads/news/%s",
                    "HH:mm | dd/MM/yyyy",
                    10,
                    true,
                    true,
                    "/vi/seek/?q=",
                    false,
                    false,
                    "utf-8",
                    16,
                    Set.of(Habit.SHORTENS, Habit.COUNTS)));
}
