package vn.nhipcau.crawl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.crawl.audit.Verdict;
import vn.nhipcau.vitext.Difference;

/** The result as one page that opens anywhere, prints, and needs nothing beside it. */
final class Report {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int DIFFERENCES = 12;

    private Report() {}

    static String html(Target target, List<Verdict> verdicts, int sites, Instant now, String records) {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        verdicts.forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
        StringBuilder out = new StringBuilder(64 << 10);
        out.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Kiểm tra việc đăng văn bản</title><style>")
                .append(style())
                .append(
                        "</style></head><body><header class=\"bar\"><span class=\"brand\">Nhịp Cầu</span></header><main>")
                .append("<h1>Đơn vị nào đã đăng văn bản?</h1><dl class=\"facts\"><dt>Văn bản</dt><dd>");
        text(target.symbol().isEmpty() ? target.title() : target.symbol() + " – " + target.title(), out);
        out.append("</dd><dt>Kiểm tra lúc</dt><dd>")
                .append(MINUTE.format(now))
                .append("</dd><dt>Đã kiểm tra</dt><dd>")
                .append(verdicts.size())
                .append('/')
                .append(sites)
                .append(" trang");
        if (verdicts.size() < sites) {
            out.append(" <span class=\"state warn\">chưa kiểm tra xong</span>");
        }
        out.append("</dd></dl><div class=\"grid\">");
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            out.append("<div class=\"card figure\"><b>")
                    .append(counts.getOrDefault(kind, 0))
                    .append("</b>")
                    .append(kind.vietnamese())
                    .append("</div>");
        }
        out.append(
                        "</div><p class=\"muted\">“Không truy cập được”, “không cho phép” và “không đọc được” không phải là chưa đăng.</p>")
                .append(
                        "<div class=\"table-wrap\"><table class=\"cards\"><caption>Kết quả theo đơn vị</caption><thead><tr>")
                .append(
                        "<th scope=\"col\">Đơn vị</th><th scope=\"col\">Kết quả</th><th scope=\"col\" class=\"number\">Tỷ lệ</th>")
                .append("<th scope=\"col\">Nơi đăng</th><th scope=\"col\">Lý do, bằng chứng</th></tr></thead><tbody>");
        verdicts.forEach(verdict -> row(verdict, out));
        out.append(
                        "</tbody></table></div></main><footer class=\"foot\">Bằng chứng: tệp WARC 1.1 (<code>.warc.gz</code>) bên cạnh trang này, số sau dấu # là vị trí của bản ghi. Nhật ký <code>records.jsonl</code>: ")
                .append(records)
                .append(".</footer></body></html>\n");
        return out.toString();
    }

    private static void row(Verdict verdict, StringBuilder out) {
        out.append("<tr><th scope=\"row\">");
        text(verdict.site().unit(), out);
        out.append("<br>");
        link(verdict.site().url(), out);
        out.append("</th><td data-label=\"Kết quả\"><span class=\"state ")
                .append(color(verdict.kind()))
                .append("\">")
                .append(verdict.kind().vietnamese())
                .append("</span></td><td data-label=\"Tỷ lệ\" class=\"number\">")
                .append(verdict.coverage() == 0 ? "–" : Math.round(verdict.coverage() * 100) + "%")
                .append("</td><td data-label=\"Nơi đăng\">");
        verdict.where().stream().limit(4).forEach(url -> {
            link(url, out);
            out.append("<br>");
        });
        if (verdict.posted() != null) {
            out.append("<span class=\"muted small\">Ngày ghi trên trang: ");
            text(DAY.format(LocalDate.parse(verdict.posted())), out);
            out.append("</span><br>");
        }
        if (verdict.firstSeen() != null) {
            out.append("<span class=\"muted small\">Thấy lần đầu: ")
                    .append(MINUTE.format(verdict.firstSeen()))
                    .append("</span>");
        }
        out.append("</td><td data-label=\"Lý do\">");
        text(verdict.reason(), out);
        if (!verdict.passage().isBlank()) {
            out.append("<details><summary>Đoạn trùng khớp</summary><blockquote class=\"document\">");
            text(verdict.passage().length() > 700 ? verdict.passage().substring(0, 700) + "…" : verdict.passage(), out);
            out.append("</blockquote></details>");
        }
        if (!verdict.missing().isEmpty()) {
            out.append("<details><summary>Phần còn thiếu</summary><ul>");
            for (String missing : verdict.missing()) {
                out.append("<li>");
                text(missing, out);
                out.append("</li>");
            }
            out.append("</ul></details>");
        }
        if (!verdict.differences().isEmpty()) {
            out.append("<details><summary>Chỗ khác nhau</summary><ul>");
            for (Difference difference :
                    verdict.differences().stream().limit(DIFFERENCES).toList()) {
                out.append("<li><span class=\"muted small\">");
                text(difference.section(), out);
                out.append("</span><br><del>");
                text(difference.original(), out);
                out.append("</del> → <ins>");
                text(difference.found(), out);
                out.append("</ins></li>");
            }
            out.append("</ul></details>");
        }
        if (verdict.evidence() != null) {
            out.append("<p class=\"muted small\">Bằng chứng: <code>");
            text(verdict.evidence(), out);
            out.append("</code></p>");
        }
        out.append("</td></tr>");
    }

    private static String color(Verdict.Kind kind) {
        return switch (kind) {
            case FULL -> "good";
            case NOT_FOUND -> "bad";
            case PARTIAL, OTHER_VERSION, LINK -> "warn";
            case UNREACHABLE, FORBIDDEN, UNREADABLE -> "open";
        };
    }

    private static void link(String url, StringBuilder out) {
        if (!url.matches("(?i)https?://.*")) {
            text(url, out);
            return;
        }
        out.append("<a href=\"");
        text(url, out);
        out.append("\">");
        text(url.length() > 90 ? url.substring(0, 88) + "…" : url, out);
        out.append("</a>");
    }

    private static void text(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }

    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
