package vn.nhipcau.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Real web sites on this machine, each under a name of its own below {@code localhost}. */
final class LoopbackSites implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    LoopbackSites() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** A site: what stands at which path. Changed while it runs, as sites are. */
    static final class Site {
        private final String address;
        private final Map<String, String> pages = new ConcurrentHashMap<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile boolean down;
        private volatile long slow;

        private Site(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }

        /** A page of its own, linked from the front page. */
        Site article(String path, String title, String text) {
            pages.put(
                    path,
                    "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1>"
                            + text.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"))
                            + "</body></html>");
            return this;
        }

        Site without(String path) {
            pages.remove(path);
            return this;
        }

        Site robots(String rules) {
            pages.put("/robots.txt", rules);
            return this;
        }

        Site down(boolean now) {
            down = now;
            return this;
        }

        Site slow(long millis) {
            slow = millis;
            return this;
        }

        List<String> asked() {
            return List.copyOf(asked);
        }

        private String front() {
            return "<html><head><title>Trang thông tin điện tử</title></head><body><h1>Trang thông tin điện tử</h1><ul>"
                    + pages.keySet().stream()
                            .filter(path -> !path.equals("/robots.txt"))
                            .sorted()
                            .map(path -> "<li><a href='" + path + "'>"
                                    + pages.get(path).replaceAll("(?s).*<title>(.*?)</title>.*", "$1") + "</a></li>")
                            .collect(Collectors.joining())
                    + "<li><a href='/gioi-thieu'>Giới thiệu</a></li></ul><p>Bản quyền thuộc về đơn vị.</p></body></html>";
        }
    }

    Site site(String name) {
        String host = name + ".localhost";
        Site site = new Site("http://" + host + ":" + server.getAddress().getPort() + "/");
        site.pages.put("/gioi-thieu", "<html><title>Giới thiệu</title><body><p>Chức năng, nhiệm vụ.</p></body></html>");
        sites.put(host, site);
        return site;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
        String path = exchange.getRequestURI().getPath();
        Site site = sites.get(host);
        try (exchange) {
            if (site == null || site.down) {
                send(exchange, 503, "<p>Bảo trì</p>");
                return;
            }
            site.asked.add(path);
            if (site.slow > 0) {
                Thread.sleep(site.slow);
            }
            String page = path.equals("/") ? site.front() : site.pages.get(path);
            send(exchange, page == null ? 404 : 200, page == null ? "<h1>404</h1>" : page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
