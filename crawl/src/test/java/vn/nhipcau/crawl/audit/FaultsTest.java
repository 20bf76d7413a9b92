package vn.nhipcau.crawl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.crawl.world.LoopbackServer;
import vn.nhipcau.crawl.world.LoopbackServer.Ask;
import vn.nhipcau.crawl.world.LoopbackServer.Reply;
import vn.nhipcau.legaltext.files.TextExtractor;

/** Everything that sites do to crawlers, all at once: none may hold up, mislead or end the audit of the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final String DOCUMENT = resource("documents/danvan-travinh.txt");
    private static final String TITLE =
            "Kế hoạch thực hiện công tác dân vận chính quyền trên địa bàn tỉnh Trà Vinh năm 2020";
    private static final List<String> FAULTS = List.of(
            "healthy",
            "endless-redirect",
            "endless-page",
            "calendar",
            "one-byte-a-second",
            "gzip-bomb",
            "two-gigabyte-pdf",
            "wrong-charset",
            "windows-1258",
            "tcvn3",
            "vni",
            "tcvn3-in-utf8",
            "500-then-200",
            "always-500",
            "robots",
            "soft-404",
            "fifty-addresses",
            "content-disposition",
            "iframe",
            "javascript",
            "unknown-name",
            "rebinding",
            "private-link",
            "busy",
            "broken-chunks",
            "not-http",
            "cookie-wall",
            "robots-html",
            "charset-cut",
            "closes-at-once");

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private LoopbackServer server;
    private LoopbackServer secret;
    private LoopbackServer secure;
    private long millis;

    private static String resource(String name) {
        try (InputStream in = FaultsTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void audit_all_of_them_at_once(@TempDir Path folder) throws Exception {
        server = new LoopbackServer(0, this::answer);
        secret = new LoopbackServer(0, (ask, out) -> {
            asked.computeIfAbsent("secret", k -> new AtomicInteger()).incrementAndGet();
            return post(DOCUMENT).write(out);
        });
        secure = new LoopbackServer(0, this::answer, selfSigned());
        List<Site> sites = new ArrayList<>();
        for (String fault : FAULTS) {
            sites.add(new Site(fault, "http://" + fault + ".test:" + server.port() + "/"));
        }
        sites.add(new Site("invalid-tls", "https://invalid-tls.test:" + secure.port() + "/"));
        sites.add(new Site("nobody-listens", "http://nobody.test:1/"));
        Limits limits = new Limits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(12),
                Duration.ofSeconds(12),
                200,
                Duration.ofSeconds(2),
                1 << 20,
                8 << 20,
                100);
        Settings settings = new Settings(Duration.ZERO, 120, 100, Duration.ofMillis(20), false);
        Clock clock = Clock.systemUTC();
        long start = System.nanoTime();
        try (Fetcher fetcher = new Fetcher(
                        "NhipCau-audit/test",
                        AddressGuard.allowing(List.of("127.0.0.1/32")),
                        this::lookup,
                        limits,
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        folder,
                        clock);
                Evidence evidence = new Evidence(folder.resolve("faults.warc.gz"), "test", clock.instant());
                TextExtractor extractor = new TextExtractor()) {
            new Audit(Target.of(DOCUMENT), settings, fetcher, extractor, evidence, folder, clock)
                    .run(sites, new Audit.Ledger() {
                        @Override
                        public Memory before(Site site) {
                            return Memory.empty();
                        }

                        @Override
                        public void done(Verdict verdict, Memory memory) {
                            verdicts.put(verdict.site().unit(), verdict);
                        }
                    });
        }
        millis = (System.nanoTime() - start) / 1_000_000;
    }

    @AfterAll
    void stop() {
        server.close();
        secret.close();
        secure.close();
    }

    private InetAddress[] lookup(String host) throws UnknownHostException {
        if (host.equals("unknown-name.test")) {
            throw new UnknownHostException(host);
        }
        if (host.equals("rebinding.test")) {
            // Allowed when first asked, the operator's own network afterwards.
            int times = asked.computeIfAbsent("lookup " + host, k -> new AtomicInteger())
                    .incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral(times == 1 ? "10.0.0.1" : "127.0.0.1")};
        }
        return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
    }

    private static SSLServerSocket selfSigned() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = FaultsTest.class.getResourceAsStream("/self-signed.p12")) {
            keys.load(in, "matkhau".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "matkhau".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static Reply post(String text) {
        return html("<h1>" + TITLE + "</h1><div>" + paragraphs(text) + "</div>");
    }

    private static String paragraphs(String text) {
        return "<p>" + text.replace("<", "&lt;").replace("\n", "</p>\n<p>") + "</p>";
    }

    private static Reply html(String body) {
        return Reply.page("<html><head><title>Cổng thông tin</title></head><body>" + frame() + body + "</body></html>");
    }

    private static String frame() {
        return "<ul><li><a href=\"/\">Trang chủ</a></li><li><a href=\"/tin-tuc\">Tin tức</a></li></ul>";
    }

    private static String homeWith(String extra) {
        return frame() + "<div><a href=\"/bai-viet\">" + TITLE + "</a> 20/04/2020</div>" + extra;
    }

    private boolean answer(Ask ask, OutputStream out) throws IOException, InterruptedException {
        String fault = ask.host().replace(".test", "");
        int times = asked.computeIfAbsent(fault, k -> new AtomicInteger()).incrementAndGet();
        String target = ask.target();
        if (target.equals("/robots.txt")
                && !List.of(
                                "robots",
                                "always-500",
                                "500-then-200",
                                "not-http",
                                "closes-at-once",
                                "robots-html",
                                "one-byte-a-second",
                                "endless-redirect",
                                "cookie-wall")
                        .contains(fault)) {
            return Reply.missing().write(out);
        }
        switch (fault) {
            case "endless-redirect" -> {
                return Reply.of(302, "text/html", new byte[0])
                        .with(
                                "Location",
                                "/" + (target.length() > 1 ? Integer.parseInt(target.replaceAll("\\D", "0")) + 1 : 1))
                        .write(out);
            }
            case "endless-page" -> {
                if (target.equals("/")) {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>"
                            .getBytes(StandardCharsets.ISO_8859_1));
                    out.write(homeWith("").getBytes(StandardCharsets.UTF_8));
                    byte[] more =
                            "<p>Tin tức trong ngày của đơn vị.</p>".repeat(500).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 10_000; i++) {
                        out.write(more);
                    }
                    return false;
                }
            }
            case "calendar" -> {
                if (!target.equals("/") && !target.equals("/bai-viet")) {
                    int number = Math.abs(target.hashCode() % 1_000_000);
                    return html("<a href=\"/ngay/" + number + "/1\">Ngày sau</a><a href=\"/ngay/" + number
                                    + "/2\">Ngày trước</a><a href=\"/thang/" + number + "\">Tháng " + number % 12
                                    + "</a><p>Sự kiện số " + number + "</p>")
                            .write(out);
                }
                if (target.equals("/")) {
                    return html("<a href=\"/thang/1\">Tháng 1</a><a href=\"/ngay/1/1\">Hôm nay</a><a href=\"/bai-viet\">Văn bản</a>")
                            .write(out);
                }
            }
            case "one-byte-a-second" -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
                for (int i = 0; i < 60; i++) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(1000);
                }
                return false;
            }
            case "gzip-bomb" -> {
                if (target.equals("/tin-tuc")) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                        byte[] zeros = new byte[1 << 20];
                        for (int i = 0; i < 64; i++) {
                            zip.write(zeros);
                        }
                    }
                    return Reply.of(200, "text/html", bytes.toByteArray())
                            .with("Content-Encoding", "gzip")
                            .write(out);
                }
            }
            case "two-gigabyte-pdf" -> {
                if (target.equals("/")) {
                    return html("<a href=\"/lon.pdf\">" + TITLE + "</a>").write(out);
                }
                if (target.equals("/lon.pdf")) {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 2147483648\r\n\r\n%PDF-1.4\n"
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    byte[] more = new byte[1 << 16];
                    for (int i = 0; i < 1 << 15; i++) {
                        out.write(more);
                    }
                    return false;
                }
            }
            case "wrong-charset" -> {
                return new Reply(
                                200,
                                "text/html; charset=iso-8859-1",
                                (target.equals("/") ? html(homeWith("")) : post(DOCUMENT)).body(),
                                Map.of())
                        .write(out);
            }
            case "windows-1258", "tcvn3", "vni" -> {
                String page = new String(
                        (target.equals("/") ? html(homeWith("")) : post(DOCUMENT)).body(), StandardCharsets.UTF_8);
                byte[] bytes = switch (fault) {
                    case "windows-1258" -> windows1258(page);
                    case "tcvn3" -> LegacyText.tcvn3(page).getBytes(StandardCharsets.ISO_8859_1);
                    default -> LegacyText.vni(page).getBytes(StandardCharsets.ISO_8859_1);
                };
                return Reply.of(200, "text/html", bytes).write(out);
            }
            case "tcvn3-in-utf8" -> {
                String page = new String(
                        (target.equals("/") ? html(homeWith("")) : post(DOCUMENT)).body(), StandardCharsets.UTF_8);
                return Reply.page(LegacyText.tcvn3(page)).write(out);
            }
            case "500-then-200" -> {
                if (times % 2 == 1) {
                    return Reply.of(500, "text/html", "lỗi".getBytes(StandardCharsets.UTF_8))
                            .write(out);
                }
            }
            case "always-500" -> {
                return Reply.of(500, "text/html", "lỗi".getBytes(StandardCharsets.UTF_8))
                        .write(out);
            }
            case "robots" -> {
                if (target.equals("/robots.txt")) {
                    return Reply.of(200, "text/plain", "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8))
                            .write(out);
                }
            }
            case "robots-html" -> {
                if (target.equals("/robots.txt")) {
                    return html(homeWith("")).write(out);
                }
            }
            case "soft-404" -> {
                return target.equals("/")
                        ? html("<a href=\"/mat\">Thông báo</a><a href=\"/mat2\">" + TITLE + "</a>")
                                .write(out)
                        : html("<h1>Không tìm thấy trang bạn yêu cầu</h1>").write(out);
            }
            case "fifty-addresses" -> {
                if (target.equals("/")) {
                    StringBuilder links = new StringBuilder();
                    for (int i = 0; i < 50; i++) {
                        links.append("<a href=\"/tin?id=").append(i).append("\">Tin hoạt động</a>");
                    }
                    return html(links + "<a href=\"/bai-viet\">Tài liệu</a>").write(out);
                }
                if (target.startsWith("/tin?")) {
                    return html("<p>Tin hoạt động của đơn vị trong tuần qua.</p>")
                            .write(out);
                }
            }
            case "content-disposition" -> {
                if (target.equals("/bai-viet")) {
                    return html("<h1>" + TITLE + "</h1><a href=\"/tai?id=7\">Tải về</a>")
                            .write(out);
                }
                if (target.equals("/tai?id=7")) {
                    return Reply.of(200, "application/octet-stream", DOCUMENT.getBytes(StandardCharsets.UTF_8))
                            .with("Content-Disposition", "attachment; filename=\"ke-hoach.txt\"")
                            .write(out);
                }
            }
            case "iframe" -> {
                if (target.equals("/bai-viet")) {
                    return html("<h1>" + TITLE + "</h1><iframe src=\"khung.html\"></iframe>")
                            .write(out);
                }
            }
            case "javascript" -> {
                return Reply.page(
                                "<html><head><script src=\"/app.js\"></script></head><body><div id=\"root\"></div><script>"
                                        + "start();".repeat(40) + "</script></body></html>")
                        .write(out);
            }
            case "private-link" -> {
                if (target.equals("/")) {
                    return html("<a href=\"http://127.0.0.2:" + secret.port() + "/\">" + TITLE + "</a>")
                            .write(out);
                }
                return Reply.missing().write(out);
            }
            case "busy" -> {
                if (times % 3 == 1) {
                    return Reply.of(429, "text/html", new byte[0])
                            .with("Retry-After", "0")
                            .write(out);
                }
            }
            case "broken-chunks" -> {
                if (target.equals("/tin-tuc")) {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc"
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    return false;
                }
            }
            case "not-http" -> {
                out.write("220 ftp.example ready\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                return false;
            }
            case "cookie-wall" -> {
                if (!ask.headers().getOrDefault("cookie", "").contains("vao=1")) {
                    return Reply.of(302, "text/html", new byte[0])
                            .with("Location", target)
                            .with("Set-Cookie", "vao=1; path=/")
                            .write(out);
                }
                if (target.equals("/robots.txt")) {
                    return Reply.missing().write(out);
                }
            }
            case "charset-cut" -> {
                byte[] whole = post(DOCUMENT).body();
                byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 40);
                cut[cut.length - 1] = (byte) 0xE1;
                return Reply.of(
                                200,
                                "text/html",
                                target.equals("/") ? html(homeWith("")).body() : cut)
                        .write(out);
            }
            case "closes-at-once" -> {
                return false;
            }
            default -> {
                // A site without fault.
            }
        }
        return (target.equals("/")
                        ? html(homeWith(""))
                        : target.equals("/bai-viet") || target.equals("/khung.html") ? post(DOCUMENT) : Reply.missing())
                .write(out);
    }

    private static byte[] windows1258(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            StringBuilder base = new StringBuilder();
            StringBuilder tone = new StringBuilder();
            for (char part : parts.toCharArray()) {
                (part == '\u0300' || part == '\u0301' || part == '\u0303' || part == '\u0309' || part == '\u0323'
                                ? tone
                                : base)
                        .append(part);
            }
            out.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
        }
        return out.toString().getBytes(Charset.forName("windows-1258"));
    }

    private Verdict of(String fault) {
        return verdicts.get(fault);
    }

    private void is(String fault, Verdict.Kind kind) {
        assertThat(of(fault).kind()).as(of(fault).reason()).isEqualTo(kind);
    }

    @Test
    void every_site_gets_an_answer_and_none_holds_up_the_run() {
        assertThat(verdicts).hasSize(FAULTS.size() + 2);
        // Each page may take 12 s and a failing site is asked a few times; one after another they would take minutes.
        assertThat(millis).isLessThan(120_000);
        is("healthy", Verdict.Kind.FULL);
    }

    @Test
    void endless_redirects_are_cut() {
        is("endless-redirect", Verdict.Kind.UNREACHABLE);
        assertThat(of("endless-redirect").requests()).isLessThan(40);
    }

    @Test
    void an_endless_page_is_cut_and_what_came_is_read() {
        is("endless-page", Verdict.Kind.FULL);
    }

    @Test
    void a_calendar_does_not_eat_the_budget() {
        is("calendar", Verdict.Kind.FULL);
        assertThat(of("calendar").requests()).isLessThan(60);
    }

    @Test
    void a_server_that_drips_is_given_up_and_not_called_silent_about_the_document() {
        is("one-byte-a-second", Verdict.Kind.UNREACHABLE);
        assertThat(of("one-byte-a-second").reason()).contains("quá");
    }

    @Test
    void a_gzip_bomb_does_not_explode() {
        is("gzip-bomb", Verdict.Kind.FULL);
    }

    @Test
    void a_pdf_of_two_gigabytes_is_not_fetched_and_not_called_missing() {
        is("two-gigabyte-pdf", Verdict.Kind.UNREADABLE);
        assertThat(of("two-gigabyte-pdf").bytes()).isLessThan(10_000_000);
    }

    @Test
    void a_wrong_charset_header_is_seen_through() {
        is("wrong-charset", Verdict.Kind.FULL);
        is("charset-cut", Verdict.Kind.FULL);
    }

    @Test
    void text_in_the_encodings_before_unicode_is_read() {
        is("windows-1258", Verdict.Kind.FULL);
        is("tcvn3", Verdict.Kind.FULL);
        is("vni", Verdict.Kind.FULL);
        is("tcvn3-in-utf8", Verdict.Kind.FULL);
    }

    @Test
    void an_invalid_certificate_is_reported_and_not_accepted() {
        is("invalid-tls", Verdict.Kind.UNREACHABLE);
        assertThat(of("invalid-tls").reason()).contains("HTTPS", "chứng thư số");
    }

    @Test
    void a_server_that_stumbles_is_asked_again() {
        is("500-then-200", Verdict.Kind.FULL);
        is("busy", Verdict.Kind.FULL);
        is("cookie-wall", Verdict.Kind.FULL);
    }

    @Test
    void a_site_that_is_down_is_never_called_silent_about_the_document() {
        is("always-500", Verdict.Kind.UNREACHABLE);
        is("unknown-name", Verdict.Kind.UNREACHABLE);
        is("nobody-listens", Verdict.Kind.UNREACHABLE);
        is("not-http", Verdict.Kind.UNREACHABLE);
        is("closes-at-once", Verdict.Kind.UNREACHABLE);
    }

    @Test
    void robots_txt_is_obeyed() {
        is("robots", Verdict.Kind.FORBIDDEN);
        assertThat(asked.get("robots").get()).isEqualTo(1);
        is("robots-html", Verdict.Kind.FULL);
    }

    @Test
    void a_page_that_says_not_found_with_status_200_is_no_posting() {
        is("soft-404", Verdict.Kind.NOT_FOUND);
    }

    @Test
    void the_same_content_under_fifty_addresses_is_noticed() {
        is("fifty-addresses", Verdict.Kind.FULL);
        assertThat(of("fifty-addresses").requests()).isLessThan(20);
    }

    @Test
    void a_file_behind_content_disposition_is_read() {
        is("content-disposition", Verdict.Kind.FULL);
    }

    @Test
    void a_page_inside_a_frame_is_read() {
        is("iframe", Verdict.Kind.FULL);
    }

    @Test
    void a_site_that_is_empty_without_script_is_reported_as_such() {
        is("javascript", Verdict.Kind.UNREADABLE);
        assertThat(of("javascript").reason()).contains("JavaScript");
    }

    @Test
    void no_link_and_no_name_leads_into_the_operators_own_network() {
        assertThat(asked).doesNotContainKey("secret");
        is("rebinding", Verdict.Kind.UNREACHABLE);
        assertThat(of("rebinding").reason()).contains("mạng nội bộ");
        assertThat(asked).doesNotContainKey("rebinding");
    }

    @Test
    void broken_answers_of_single_pages_do_not_matter() {
        is("broken-chunks", Verdict.Kind.FULL);
    }
}
