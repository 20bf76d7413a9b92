package vn.nhipcau.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An officer's browser: signed in, gets whole pages over HTTP. */
final class Browsing implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI home;

    Browsing(int port, String user, String password) throws IOException, InterruptedException {
        this.home = URI.create("http://localhost:" + port);
        Matcher token = TOKEN.matcher(page("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("no sign-in form");
        }
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&user=" + user
                + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(home.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** @return the whole page */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(home.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 || !path.equals(pathOf(response.uri()))) {
            throw new IllegalStateException(path + " gives " + response.statusCode() + " at " + response.uri());
        }
        return response.body();
    }

    private static String pathOf(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void close() {
        http.close();
    }
}
