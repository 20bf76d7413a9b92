package vn.nhipcau.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The invented web sites of one province's units, served on this machine only, so that a newcomer can have them looked at
 * and open them in the own browser: names below {@code localhost} are this machine everywhere (RFC 6761). What each shows of
 * the draft is settled by {@link DemoPosting}.
 */
@Component
@ConditionalOnProperty("nhipcau.demo")
class DemoPortal implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(DemoPortal.class);

    /** As the directory's file writes them, and as they are served. */
    private static final String WRITTEN = ".haugiang.example";

    private static final String SERVED = ".haugiang.localhost";
    /** The province's own portal, to which some units only link. */
    private static final String PROVINCE = "cong";

    private static final List<String> NEWS = List.of(
            "Hội nghị sơ kết công tác 6 tháng đầu năm",
            "Lịch tiếp công dân của lãnh đạo cơ quan",
            "Kế hoạch cải cách hành chính năm 2021",
            "Thông báo tuyển dụng viên chức");

    private final HttpServer server;
    private final int port;
    private final String draft;
    private final Map<String, Site> sites = new LinkedHashMap<>();

    private record Site(String unit, DemoPosting posting) {}

    DemoPortal(@Value("${nhipcau.data}") Path data) throws IOException {
        draft = new ClassPathResource("demo/" + Story.DRAFT).getContentAsString(StandardCharsets.UTF_8);
        for (CSVRecord row : CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(directory()))) {
            String site = row.get("Trang web");
            if (site.endsWith(WRITTEN)) {
                String host = URI.create(site).getHost().replace(WRITTEN, SERVED);
                sites.put(host, new Site(row.get("Tên"), DemoPosting.of(row.get("Mã"))));
            }
        }
        sites.put(PROVINCE + SERVED, new Site("Cổng thông tin điện tử tỉnh Hậu Giang", DemoPosting.WHOLE));
        server = bind(data.resolve("demo-portal"));
        port = server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private static String directory() throws IOException {
        return new ClassPathResource("demo/organisations.csv").getContentAsString(StandardCharsets.UTF_8);
    }

    /** The addresses in the directory name the port, so a restart takes the same one where it is still free. */
    private static HttpServer bind(Path kept) throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        if (Files.exists(kept)) {
            int before = Integer.parseInt(Files.readString(kept).strip());
            try {
                return HttpServer.create(new InetSocketAddress(here, before), 0);
            } catch (BindException e) {
                log.warn(
                        "Cổng {} của các trang minh họa đang có chương trình khác dùng; các trang đó sẽ không mở được. /"
                                + " Port {} of the invented sites is taken; they will not answer.",
                        before,
                        before);
                return HttpServer.create(new InetSocketAddress(here, 0), 0);
            }
        }
        HttpServer fresh = HttpServer.create(new InetSocketAddress(here, 0), 0);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, Integer.toString(fresh.getAddress().getPort()));
        return fresh;
    }

    private String address(String name) {
        return "http://" + name + SERVED + ":" + port;
    }

    /** The directory's file with addresses that answer. */
    byte[] withAddresses(byte[] directory) {
        return new String(directory, StandardCharsets.UTF_8)
                .replaceAll("https://([a-z0-9]+)" + WRITTEN.replace(".", "\\."), "http://$1" + SERVED + ":" + port)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host =
                String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceFirst(":\\d+$", "");
        Site site = sites.get(host);
        try (exchange) {
            if (site == null || site.posting() == DemoPosting.DOWN) {
                send(exchange, 503, "<p>Trang đang bảo trì.</p>");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/robots.txt")) {
                send(exchange, 200, site.posting() == DemoPosting.FORBIDDEN ? "User-agent: *\nDisallow: /\n" : "");
                return;
            }
            String content = content(site, path);
            send(
                    exchange,
                    content == null ? 404 : 200,
                    page(site, content == null ? "<p>Không có trang này.</p>" : content));
        }
    }

    private @Nullable String content(Site site, String path) {
        boolean listed = site.posting() != DemoPosting.NONE;
        return switch (path) {
            case "/" ->
                "<h2>Tin mới</h2><ul>" + (listed ? item("/tin/du-thao", Story.DRAFT_TITLE) : "") + news() + "</ul>";
            case "/tin" ->
                "<h2>Tin tức</h2><ul>" + news() + (listed ? item("/tin/du-thao", Story.DRAFT_TITLE) : "") + "</ul>";
            case "/gioi-thieu" -> "<h2>Giới thiệu</h2><p>Chức năng, nhiệm vụ, cơ cấu tổ chức của đơn vị.</p>";
            case "/tin/du-thao" ->
                listed ? "<h2>" + Story.DRAFT_TITLE + "</h2>" + site.posting().page(draft, address(PROVINCE)) : null;
            case "/tin/du-thao/2" -> site.posting() == DemoPosting.SPLIT ? DemoPosting.secondHalf(draft) : null;
            default ->
                path.matches("/tin/[1-4]")
                        ? "<h2>" + NEWS.get(path.charAt(5) - '1') + "</h2><p>Nội dung đang được cập nhật.</p>"
                        // Where units said in the duties that they had posted.
                        : path.startsWith("/thong-bao/") && listed
                                ? "<h2>" + Story.DRAFT_TITLE + "</h2>"
                                        + site.posting().page(draft, address(PROVINCE))
                                : null;
        };
    }

    private static String news() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < NEWS.size(); i++) {
            items.append(item("/tin/" + (i + 1), NEWS.get(i)));
        }
        return items.toString();
    }

    private static String item(String path, String title) {
        return "<li><a href=\"" + path + "\">" + title + "</a></li>";
    }

    private static String page(Site site, String content) {
        return "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(site.unit(), "UTF-8")
                + "</title></head><body><header><h1>" + HtmlUtils.htmlEscape(site.unit(), "UTF-8")
                + "</h1><p>Trang minh họa của Nhịp Cầu, không phải trang thật.</p>"
                + "<nav><a href=\"/\">Trang chủ</a> | <a href=\"/gioi-thieu\">Giới thiệu</a> | <a href=\"/tin\">Tin tức</a></nav></header><main>"
                + content + "</main><footer>Bản quyền thuộc về đơn vị.</footer></body></html>";
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", page.startsWith("<") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void destroy() {
        server.stop(0);
    }
}
