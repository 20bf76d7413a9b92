package vn.nhipcau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Walks the server over real HTTP as a browser without script would: keeps cookies, follows redirects, sends forms. */
public final class Visitor {
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI home;
    private Document page = Document.createShell("");
    private int status;

    public Visitor(int port) {
        this.home = URI.create("http://localhost:" + port);
    }

    public Document get(String path) {
        return take(HttpRequest.newBuilder(home.resolve(path)).build());
    }

    /** The answer's bytes, for what is not a page. */
    public HttpResponse<byte[]> download(String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)).build());
    }

    public Visitor signIn(String user, String password) {
        get("/sign-in");
        submit("form.stack[action=/sign-in]", Map.of("user", user, "password", password));
        return this;
    }

    /** Fills the form of the current page that the selector finds and sends it. */
    public Document submit(String selector, Map<String, String> values) {
        FormElement form = form(selector);
        Map<String, String> fields = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        form.formData().forEach(field -> {
            if (!values.containsKey(field.key())) {
                append(body, field.key(), field.value());
            }
        });
        fields.putAll(values);
        fields.forEach((name, value) -> append(body, name, value));
        URI target = URI.create(form.absUrl("action").isEmpty() ? form.baseUri() : form.absUrl("action"));
        if ("get".equalsIgnoreCase(form.attr("method")) || form.attr("method").isEmpty()) {
            return take(HttpRequest.newBuilder(target.resolve(target.getPath() + "?" + body))
                    .build());
        }
        return take(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends a form of kind multipart/form-data with one file. */
    public Document submitFile(
            String selector, Map<String, String> values, String field, String fileName, byte[] file) {
        FormElement form = form(selector);
        String boundary = "nhipcau-" + UUID.randomUUID();
        var body = new java.io.ByteArrayOutputStream();
        for (KeyVal hidden : form.formData()) {
            if (!values.containsKey(hidden.key()) && !hidden.key().equals(field)) {
                part(body, boundary, hidden.key(), hidden.value());
            }
        }
        values.forEach((name, value) -> part(body, boundary, name, value));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + boundary + "--\r\n");
        return take(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Posts without any form, as a forger would. */
    public Document post(String path, String body) {
        return take(HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Document page() {
        return page;
    }

    public int status() {
        return status;
    }

    private FormElement form(String selector) {
        return (FormElement) page.expectFirst(selector);
    }

    private Document take(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        status = response.statusCode();
        page = Jsoup.parse(
                new String(response.body(), StandardCharsets.UTF_8),
                response.uri().toString());
        return page;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder body, String name, String value) {
        if (!body.isEmpty()) {
            body.append('&');
        }
        body.append(java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static void part(java.io.ByteArrayOutputStream body, String boundary, String name, String value) {
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void write(java.io.ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
