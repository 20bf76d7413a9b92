package vn.nhipcau.crawl.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;

/** One unit's site: sections with articles of two years, menus, side boxes, and the document in one of the modes. */
final class Portal {
    private static final List<String> SECTIONS = List.of(
            "Tin tức - Sự kiện",
            "Thông báo",
            "Văn bản chỉ đạo điều hành",
            "Lấy ý kiến dự thảo văn bản",
            "Công khai ngân sách",
            "Hoạt động của ngành",
            "Tuyên truyền phổ biến pháp luật",
            "Cải cách hành chính");
    private static final List<String> RENAMED = List.of(
            "Thông báo về việc đăng tải văn bản của cấp trên",
            "Văn bản mới ban hành",
            "Tài liệu triển khai nhiệm vụ",
            "V/v triển khai thực hiện văn bản của UBND tỉnh",
            "Thông báo của cơ quan");

    final String host;
    final Family family;
    final Mode mode;
    private final int port;
    private final Corpus corpus;
    private final Random random;
    private final Target target;
    private final LocalDate issued;
    private final Map<String, Supplier<Reply>> places = new HashMap<>();
    private final Map<Integer, List<Article>> sections = new LinkedHashMap<>();
    private final List<Article> all = new ArrayList<>();
    private final boolean traps;
    private String side = "";
    private String menu = "";
    private String scripts = "";

    private record Article(int id, String title, LocalDate day, int section, Supplier<String> body) {}

    Portal(
            String host,
            int port,
            Family family,
            Mode mode,
            String name,
            Target target,
            Corpus corpus,
            int pages,
            long seed) {
        this.host = host;
        this.port = port;
        this.family = family;
        this.mode = mode;
        this.corpus = corpus;
        this.target = target;
        this.random = new Random(seed);
        LocalDate date = target.date();
        this.issued = date == null ? LocalDate.of(2025, 11, 20) : date;
        this.traps = random.nextInt(3) == 0;
        build(name, pages);
    }

    private void build(String name, int pages) {
        int listings = Math.max(1, pages / 6);
        int articles = Math.max(6, pages - listings - 2);
        for (int s = 0; s < SECTIONS.size(); s++) {
            sections.put(s, new ArrayList<>());
        }
        for (int i = 0; i < articles; i++) {
            LocalDate day = issued.minusDays(540).plusDays(random.nextInt(600));
            long bodySeed = random.nextLong();
            int section = random.nextInt(10) < 5 ? 0 : random.nextInt(SECTIONS.size());
            boolean document = section >= 2 && section <= 3 && random.nextInt(3) == 0;
            if (document) {
                String other =
                        corpus.others().get(random.nextInt(corpus.others().size()));
                Target about = Town.target(other);
                add(new Article(1000 + i, about.title(), day, section, () -> html(Corpus.text(other))));
            } else {
                add(new Article(
                        1000 + i, corpus.headline(random, 8 + random.nextInt(10)), day, section, () -> news(bodySeed)));
            }
        }
        post(name);
        for (List<Article> list : sections.values()) {
            list.sort(Comparator.comparing(Article::day).reversed());
        }
        all.sort(Comparator.comparing(Article::day).reversed());
        chrome();
        places.put("/", this::home);
        for (int s = 0; s < SECTIONS.size(); s++) {
            int count = Math.max(1, (sections.get(s).size() + family.perPage() - 1) / family.perPage());
            for (int p = 1; p <= count; p++) {
                int section = s;
                int page = p;
                places.put(sectionUrl(s, p), () -> listing(section, page, count));
            }
        }
        for (Article article : all) {
            places.put(articleUrl(article), () -> detail(article));
        }
        if (family.sitemap()) {
            places.put("/sitemap.xml", this::sitemap);
        }
        if (family.feed()) {
            places.put("/feed/", this::feed);
        }
    }

    private void add(Article article) {
        sections.get(article.section()).add(article);
        all.add(article);
    }

    /** Puts the document, or what only looks like it, on the site. */
    private void post(String name) {
        String text = target.original().text();
        LocalDate day = issued.plusDays(1 + random.nextInt(30));
        int section = List.of(0, 1, 2, 2, 3, 6).get(random.nextInt(6));
        String title = random.nextBoolean() ? sentence(target.title()) : "Kế hoạch " + sentence(target.title());
        if (random.nextInt(3) == 0 && !target.symbol().isEmpty()) {
            title = "Văn bản số " + target.symbol() + " về " + sentence(target.title());
        }
        String intro = "<p>" + corpus.headline(random, 25) + ".</p>";
        String file = "vb-" + (100 + random.nextInt(900));
        switch (mode) {
            case PAGE -> put(title, day, section, html(text));
            case RENAMED -> put(RENAMED.get(random.nextInt(RENAMED.size())), day, section, html(text));
            case RESET -> put(title, day, section, html(Alter.reset(text, random)));
            case NO_MARKS -> put(title, day, section, html(noMarks(text)));
            case SLIPS -> put(title, day, section, html(Alter.slips(text, random, 150)));
            case SPLIT -> split(title, day, section, text);
            case DOCX -> attach(title, day, section, intro, file + ".docx", OfficeFiles.docx(text), false);
            case PDF -> attach(title, day, section, intro, file + ".pdf", OfficeFiles.pdf(text), false);
            case ZIP ->
                attach(
                        title,
                        day,
                        section,
                        intro,
                        file + ".zip",
                        OfficeFiles.zip(Map.of("Van ban/ke hoach.docx", OfficeFiles.docx(text))),
                        false);
            case DOWNLOAD -> attach(title, day, section, intro, "tai-ve-" + file, OfficeFiles.docx(text), true);
            case FRAME -> {
                places.put("/khung/" + file + ".htm", () -> page(html(text), "x"));
                put(title, day, section, intro + "<iframe src=\"/khung/" + file + ".htm\" width=\"100%\"></iframe>");
            }
            case TWO_VERSIONS -> {
                put(title, day.minusDays(1), section, html(Alter.draft(text, corpus, random, 0.2)));
                put(title + " (bản chính thức)", day, section, html(text));
            }
            case SUMMARY ->
                put(title, day, section, html(Alter.summary(text, corpus, random, 0.1 + random.nextDouble() * 0.2)));
            case HALF -> {
                List<String> lines = Alter.paragraphs(text);
                int end = (int) (lines.size() * (0.4 + random.nextDouble() * 0.35));
                put(title, day, section, html(String.join("\n", lines.subList(0, end))));
            }
            case LINK ->
                put(
                        title,
                        day,
                        section,
                        intro + "<p>Toàn văn xem <a href=\"http://" + Town.PORTAL + ":" + port + "/van-ban/" + name
                                + (random.nextBoolean() ? ".html" : ".docx") + "\">tại đây</a></p>");
            case DEAD_LINK ->
                put(
                        title,
                        day,
                        section,
                        intro + "<p>Toàn văn xem <a href=\"http://" + Town.PORTAL + ":" + port + "/mat/" + name
                                + ".pdf\">tại đây</a></p>");
            case DRAFT ->
                put(title, day, section, html(Alter.draft(text, corpus, random, 0.1 + random.nextDouble() * 0.2)));
            case LAST_YEAR ->
                put(
                        title,
                        random.nextBoolean() ? day : issued.minusDays(340),
                        section,
                        html(Alter.lastYear(text, corpus, random)));
            case SCAN -> attach(title, day, section, intro, file + ".pdf", OfficeFiles.scan(6), false);
            case PICTURES -> {
                StringBuilder pictures = new StringBuilder();
                for (int i = 1; i <= 4; i++) {
                    pictures.append("<p><img src=\"/anh/")
                            .append(file)
                            .append("-trang")
                            .append(i)
                            .append(".jpg\"></p>");
                }
                put(title, day, section, pictures.toString());
            }
            case SCRIPT ->
                put(
                        title,
                        day,
                        section,
                        "<div id=\"noidung\"></div><script>fetch('/api/noidung/" + file
                                + "').then(r=>r.text()).then(t=>document.getElementById('noidung').innerHTML=t)</script>");
            case MENTION ->
                put(
                        corpus.headline(random, 6) + " " + sentence(target.title()),
                        day,
                        0,
                        news(random.nextLong()) + "<p>Thực hiện văn bản " + target.symbol() + " về "
                                + sentence(target.title()) + ", đơn vị đã tổ chức quán triệt.</p><p><img src=\"/anh/"
                                + file + ".jpg\"></p>" + news(random.nextLong()));
            case QUOTE -> {
                List<String> lines = Alter.paragraphs(text).stream()
                        .filter(p -> p.length() > 120 && p.length() < 400)
                        .toList();
                put(
                        corpus.headline(random, 12),
                        day,
                        0,
                        news(random.nextLong()) + "<p>" + lines.get(random.nextInt(lines.size())) + "</p>"
                                + news(random.nextLong()));
            }
            case ANOTHER -> {
                String other = Town.sameKind(name);
                put(sentence(Town.target(other).title()), day, section, html(Corpus.text(other)));
            }
            case NOTHING, DOWN, FAILING -> {
                // Nothing to put.
            }
            case ROBOTS -> put(title, day, section, html(text));
        }
    }

    private static String sentence(String title) {
        return title.equals(title.toUpperCase()) && title.length() > 3
                ? title.charAt(0) + title.substring(1).toLowerCase()
                : title;
    }

    private static String noMarks(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n")) {
            out.append(vn.nhipcau.vitext.Fold.plain(line)).append('\n');
        }
        return out.toString();
    }

    private void put(String title, LocalDate day, int section, String body) {
        add(new Article(5000 + all.size(), title, day, section, () -> body));
    }

    private void attach(
            String title, LocalDate day, int section, String intro, String file, byte[] bytes, boolean disposition) {
        String address = String.format(family.file(), file);
        Reply reply = Reply.of(200, file.endsWith(".pdf") ? "application/pdf" : "application/octet-stream", bytes);
        places.put(
                address,
                () -> disposition ? reply.with("Content-Disposition", "attachment; filename=\"van-ban.docx\"") : reply);
        String words = List.of("Tải về", "Tệp đính kèm", file, "Xem văn bản").get(random.nextInt(4));
        put(title, day, section, intro + "<p>Tệp đính kèm: <a href=\"" + address + "\">" + words + "</a></p>");
    }

    private void split(String title, LocalDate day, int section, String text) {
        int count = 2 + random.nextInt(9);
        List<String> parts = Alter.split(text, count);
        int id = 5000 + all.size();
        String slug = Alter.slug(title);
        for (int i = 0; i < count; i++) {
            int number = i + 1;
            StringBuilder pager = new StringBuilder("<div class=\"phan-trang\">Trang: ");
            for (int k = 1; k <= count; k++) {
                pager.append(
                        k == number ? "<b>" + k + "</b> " : "<a href=\"" + part(id, slug, k) + "\">" + k + "</a> ");
            }
            String body = html(parts.get(i)) + pager + "</div>";
            if (i == 0) {
                add(new Article(id, title, day, section, () -> body));
            } else {
                places.put(part(id, slug, number), () -> page("<h1>" + title + "</h1>" + body, title));
            }
        }
    }

    private String part(int id, String slug, int number) {
        String first = String.format(family.detail(), id, slug, "vanban", issued.getYear());
        return number == 1 ? first : first + (first.contains("?") ? "&" : "?") + "phan=" + number;
    }

    private static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2000);
        for (String line : text.split("\n")) {
            String stripped = line.replaceFirst("^\\|\\s*", "").strip();
            if (!stripped.isEmpty()) {
                out.append("<p>")
                        .append(stripped.replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</p>\n");
            }
        }
        return out.toString();
    }

    private String news(long seed) {
        Random own = new Random(seed);
        StringBuilder out = new StringBuilder();
        for (int i = 2 + own.nextInt(6); i > 0; i--) {
            out.append("<p>").append(corpus.sentence(own)).append("</p>\n");
        }
        return out.toString();
    }

    private String sectionUrl(int section, int page) {
        String slug = Alter.slug(SECTIONS.get(section));
        return String.format(family.section(), 40 + section, page, slug);
    }

    private String articleUrl(Article article) {
        return String.format(
                family.detail(),
                article.id(),
                Alter.slug(article.title()),
                "bai-viet",
                article.day().getYear());
    }

    private void chrome() {
        StringBuilder links = new StringBuilder(
                "<ul class=\"menu\"><li><a href=\"/\">Trang chủ</a></li><li><a href=\"/gioi-thieu\">Giới thiệu</a><ul>");
        for (String item : List.of("Chức năng nhiệm vụ", "Cơ cấu tổ chức", "Lãnh đạo đơn vị", "Phòng ban chuyên môn")) {
            links.append("<li><a href=\"/gioi-thieu/")
                    .append(Alter.slug(item))
                    .append("\">")
                    .append(item)
                    .append("</a></li>");
            places.put(
                    "/gioi-thieu/" + Alter.slug(item),
                    () -> page("<h1>" + item + "</h1>" + news(item.hashCode()), item));
        }
        places.put("/gioi-thieu", () -> page("<h1>Giới thiệu</h1>" + news(1), "Giới thiệu"));
        links.append("</ul></li>");
        for (int s = 0; s < SECTIONS.size(); s++) {
            links.append("<li class=\"item\"><a title=\"\" href=\"")
                    .append(sectionUrl(s, 1).replace("&", "&amp;"))
                    .append("\"><span>")
                    .append(SECTIONS.get(s))
                    .append("</span></a></li>");
        }
        links.append("<li><a href=\"/lien-he\">Liên hệ</a></li></ul>");
        if (!family.search().isEmpty()) {
            int equals = family.search().lastIndexOf('=');
            int ask = family.search().indexOf('?');
            links.append("<form method=\"get\" action=\"")
                    .append(family.search(), 0, ask)
                    .append("\"><input type=\"text\" name=\"")
                    .append(family.search(), ask + 1, equals)
                    .append("\"></form>");
        }
        menu = links.toString();
        StringBuilder box = new StringBuilder("<div class=\"box\"><h3>Tin mới nhất</h3><ul>");
        all.stream()
                .limit(5)
                .forEach(a -> box.append("<li><a href=\"")
                        .append(articleUrl(a).replace("&", "&amp;"))
                        .append("\">")
                        .append(a.title())
                        .append("</a></li>"));
        box.append("</ul></div><div class=\"box\"><h3>Liên kết web</h3><ul>");
        for (int i = 0; i < 8; i++) {
            box.append("<li><a href=\"http://lienket")
                    .append(i)
                    .append(".localhost:")
                    .append(port)
                    .append("/\">Cơ quan số ")
                    .append(i)
                    .append("</a></li>");
        }
        if (traps) {
            box.append(
                    "</ul></div><div class=\"lich\"><a href=\"/lich?thang=1&amp;nam=2026\">Lịch công tác</a> <a href=\"/su-kien/2026/1\">Tháng sau</a>");
        }
        box.append("</ul></div>");
        side = box.toString();
        StringBuilder filler = new StringBuilder("<style>");
        int size = family.chrome() * 1024 - menu.length() - side.length();
        int i = 0;
        while (filler.length() < size / 2) {
            filler.append(".c")
                    .append(i++)
                    .append("{margin:0;padding:")
                    .append(i % 9)
                    .append("px;color:#")
                    .append(100 + i % 899)
                    .append("}\n");
        }
        filler.append("</style><script>var d=[];");
        while (filler.length() < size) {
            filler.append("d.push({id:")
                    .append(i++)
                    .append(",n:'<a href=\"#\">x</a>',v:function(){return ")
                    .append(i)
                    .append("}});\n");
        }
        scripts = filler.append("</script>").toString();
    }

    private Reply page(String content, String title) {
        StringBuilder out = new StringBuilder(scripts.length() + menu.length() + content.length() + 4000);
        out.append("<!DOCTYPE html><html><head><meta charset=\"")
                .append(family.charset().equals("TCVN3") ? "iso-8859-1" : family.charset())
                .append("\"><title>")
                .append(title)
                .append(" - ")
                .append(host)
                .append("</title>");
        if (family.feed()) {
            out.append("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/\">");
        }
        out.append(scripts)
                .append("</head><body><div id=\"header\">CỔNG THÔNG TIN ĐIỆN TỬ</div>")
                .append(menu);
        if (family.tables()) {
            out.append("<table width=\"100%\"><tr><td width=\"70%\">")
                    .append(content)
                    .append("</td><td>")
                    .append(side)
                    .append("</td></tr></table>");
        } else {
            out.append("<div class=\"row\"><div class=\"left\">")
                    .append(side)
                    .append("</div><div class=\"main\">")
                    .append(content)
                    .append("</div></div>");
        }
        out.append(
                "<div id=\"footer\">Bản quyền thuộc về cơ quan chủ quản. Địa chỉ: Số 1 đường Lê Lợi. Điện thoại: 0294 3850 000.</div></body></html>");
        String whole = family.has(Family.Habit.ENTITIES) ? entities(out) : out.toString();
        return Reply.of(
                200,
                family.charset().equals("TCVN3") ? "text/html" : "text/html; charset=" + family.charset(),
                Alter.bytes(whole, family.charset()));
    }

    /** As word processors of 1999 wrote it. */
    private static String entities(CharSequence html) {
        StringBuilder out = new StringBuilder(html.length() * 2);
        html.chars().forEach(c -> {
            if (c < 0x80) {
                out.append((char) c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString()
                .replace("<a href=\"/", "<A HREF=/")
                .replace("</a>", "</A>")
                .replaceAll("<A HREF=([^\"> ]+)\"", "<A HREF=$1")
                .replace("<p>", "<P>")
                .replace("</p>", "");
    }

    private void item(StringBuilder out, Article article) {
        String link = "<a href=\"" + articleUrl(article).replace("&", "&amp;") + "\"";
        if (family.has(Family.Habit.REGISTER) && (article.section() == 2 || article.section() == 3)) {
            // Number, day and abstract as plain text; the link says nothing.
            boolean ours = article.title().contains(target.symbol())
                    && !target.symbol().isEmpty();
            out.append("<table class=\"vb\"><tr><td>")
                    .append(ours ? target.symbol() : article.id() % 90 + "/KH-VP")
                    .append("</td><td>")
                    .append(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(article.day()))
                    .append("</td><td>")
                    .append(article.title())
                    .append("</td><td>")
                    .append(link)
                    .append(">Xem</a></td></tr></table>\n");
            return;
        }
        out.append("<div class=\"item\">").append(link);
        if (family.has(Family.Habit.SHORTENS) && article.title().length() > 60) {
            String title = article.title();
            out.append(" title=\"")
                    .append(title.replace("\"", "&quot;"))
                    .append("\">")
                    .append(title, 0, title.lastIndexOf(' ', 52))
                    .append("...</a>");
        } else {
            out.append(">").append(article.title()).append("</a>");
        }
        if (!family.day().isEmpty()) {
            out.append("<span class=\"ngay\">")
                    .append(DateTimeFormatter.ofPattern(family.day())
                            .format(article.day().atTime(8, 30)))
                    .append("</span>");
        } else if (family.has(Family.Habit.AGO)) {
            out.append("<span class=\"ngay\">")
                    .append(article.day().until(issued.plusDays(60)).toTotalMonths())
                    .append(" tháng trước</span>");
        }
        out.append("</div>\n");
    }

    private Reply home() {
        StringBuilder out = new StringBuilder("<h1>Trang chủ</h1>");
        all.stream().limit(8).forEach(a -> item(out, a));
        sections.forEach((s, list) -> {
            out.append("<h2>").append(SECTIONS.get(s)).append("</h2>");
            list.stream().limit(3).forEach(a -> item(out, a));
        });
        return page(out.toString(), "Trang chủ");
    }

    private Reply listing(int section, int page, int count) {
        StringBuilder out =
                new StringBuilder("<h1>").append(SECTIONS.get(section)).append("</h1>");
        List<Article> list = sections.get(section);
        list.subList(
                        Math.min(list.size(), (page - 1) * family.perPage()),
                        Math.min(list.size(), page * family.perPage()))
                .forEach(a -> item(out, a));
        out.append("<div class=\"pager\">");
        for (int p = Math.max(1, page - 3); p <= Math.min(count, page + 3); p++) {
            out.append(
                    p == page
                            ? "<b>" + p + "</b> "
                            : "<a href=\"" + sectionUrl(section, p).replace("&", "&amp;") + "\">" + p + "</a> ");
        }
        return page(out.append("</div>").toString(), SECTIONS.get(section));
    }

    private Reply detail(Article article) {
        return page(
                "<h1>" + article.title() + "</h1><div class=\"ngay\">Ngày đăng: "
                        + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(article.day())
                        + "</div><div class=\"noidung\">" + article.body().get()
                        + "</div><a href=\"?print=1\">In trang</a>",
                article.title());
    }

    private Reply sitemap() {
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        all.forEach(a -> out.append("<url><loc>http://")
                .append(host)
                .append(':')
                .append(port)
                .append(articleUrl(a).replace("&", "&amp;"))
                .append("</loc><lastmod>")
                .append(a.day())
                .append("</lastmod></url>"));
        return Reply.of(200, "text/xml", out.append("</urlset>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reply feed() {
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Tin</title>");
        all.stream()
                .limit(15)
                .forEach(a -> out.append("<item><title><![CDATA[")
                        .append(a.title())
                        .append("]]></title><link>http://")
                        .append(host)
                        .append(':')
                        .append(port)
                        .append(articleUrl(a).replace("&", "&amp;"))
                        .append("</link><pubDate>")
                        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                a.day().atStartOfDay(java.time.ZoneOffset.UTC)))
                        .append("</pubDate></item>"));
        return Reply.of(
                200, "text/xml", out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reply search(String query) {
        String words = java.net.URLDecoder.decode(query, StandardCharsets.UTF_8).toLowerCase();
        StringBuilder out = new StringBuilder("<h1>Kết quả tìm kiếm</h1>");
        all.stream()
                .filter(a -> a.title().toLowerCase().contains(words))
                .limit(10)
                .forEach(a -> item(out, a));
        return page(out.toString(), "Tìm kiếm");
    }

    private final AtomicInteger visitors = new AtomicInteger(90);

    private Reply varied(Reply reply) {
        if (!reply.type().startsWith("text/html")) {
            return reply;
        }
        if (family.has(Family.Habit.COUNTS)) {
            String count = "<div>Lượt truy cập: " + visitors.addAndGet(7) * 31L + "</div></body>";
            return reply.withBody(new String(reply.body(), StandardCharsets.UTF_8)
                    .replace("</body>", count)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return family.has(Family.Habit.CHUNKED) ? reply.compressed() : reply;
    }

    /** The answer, or null to hang up. */
    @Nullable
    Reply answer(String address, Map<String, String> headers) {
        if (mode == Mode.DOWN) {
            return null;
        }
        if (mode == Mode.FAILING) {
            return Reply.of(503, "text/html", new byte[0]).with("Retry-After", "0");
        }
        if (address.equals("/robots.txt")) {
            String rules = mode == Mode.ROBOTS ? "User-agent: *\nDisallow: /\n" : "User-agent: *\nDisallow: /admin/\n";
            rules += family.sitemap() ? "Sitemap: http://" + host + ":" + port + "/sitemap.xml\n" : "";
            return Reply.of(200, "text/plain", rules.getBytes(StandardCharsets.UTF_8));
        }
        Supplier<Reply> place = places.get(address);
        if (place == null && !family.search().isEmpty() && address.startsWith(family.search())) {
            return search(address.substring(family.search().length()));
        }
        if (place == null && traps && (address.startsWith("/lich?") || address.startsWith("/su-kien/"))) {
            int number = Math.abs(address.hashCode() % 100_000);
            return page(
                    "<h1>Lịch</h1><a href=\"/lich?thang=" + number % 12 + "&amp;nam=" + number
                            + "\">Tháng sau</a> <a href=\"/su-kien/" + number + "/2\">Sự kiện</a>",
                    "Lịch");
        }
        if (place == null) {
            return traps ? page("<h1>Không tìm thấy trang</h1>", "Lỗi") : Reply.missing();
        }
        if (!family.validators()) {
            return varied(place.get());
        }
        String etag = "\"" + Integer.toHexString((host + address).hashCode()) + "\"";
        if (etag.equals(headers.get("if-none-match"))) {
            return Reply.of(304, "text/html", new byte[0]).with("ETag", etag);
        }
        return place.get().with("ETag", etag);
    }
}
