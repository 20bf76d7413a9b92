package vn.nhipcau.crawl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhipcau.crawl.audit.Site;

/**
 * Reads {@code unit,url} with an optional third column {@code reported}: addresses, parted by blanks, where the unit says that
 * it posted. Excel's semicolons and byte-order mark are understood.
 */
final class SiteList {
    private SiteList() {}

    static List<Site> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        List<List<String>> rows = rows(text, separator);
        int unit = 0;
        int url = 1;
        int reported = 2;
        int from = 0;
        if (!rows.isEmpty()) {
            List<String> names = rows.getFirst().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (names.contains("url")) {
                unit = Math.max(0, names.indexOf("unit"));
                url = names.indexOf("url");
                reported = names.contains("reported") ? names.indexOf("reported") : Integer.MAX_VALUE;
                from = 1;
            }
        }
        List<Site> sites = new ArrayList<>();
        for (List<String> row : rows.subList(from, rows.size())) {
            if (row.size() > Math.max(unit, url) && !row.get(url).isBlank()) {
                String said = row.size() > reported ? row.get(reported).strip() : "";
                sites.add(new Site(
                        row.get(unit).strip(),
                        row.get(url).strip(),
                        said.isEmpty() ? List.of() : List.of(said.split("\\s+"))));
            }
        }
        return sites;
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        rows.removeIf(cells -> cells.stream().allMatch(String::isBlank));
        return rows;
    }
}
