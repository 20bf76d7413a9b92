package vn.nhipcau.crawl.world;

import java.util.List;

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
        int chrome) {
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
}
