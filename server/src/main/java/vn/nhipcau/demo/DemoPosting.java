package vn.nhipcau.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What an invented site shows of the draft. */
enum DemoPosting {
    WHOLE,
    SPLIT,
    PART,
    OTHER_VERSION,
    LINK,
    NONE,
    DOWN,
    FORBIDDEN;

    /** Units by the last part of their code; the others posted the whole. */
    private static final Map<String, DemoPosting> BY_UNIT = Map.ofEntries(
            Map.entry("skhcn", SPLIT),
            Map.entry("sxd", PART),
            Map.entry("lm", PART),
            Map.entry("stc", OTHER_VERSION),
            Map.entry("cta", OTHER_VERSION),
            Map.entry("sgtvt", LINK),
            Map.entry("sct", NONE),
            Map.entry("bql", NONE),
            Map.entry("ph", NONE),
            Map.entry("bdt", NONE),
            Map.entry("syt", DOWN),
            Map.entry("tt", FORBIDDEN));

    static DemoPosting of(String code) {
        return BY_UNIT.getOrDefault(code.substring(code.lastIndexOf('.') + 1), WHOLE);
    }

    /** What stands below the title. @param elsewhere site that has the whole */
    String page(String draft, String elsewhere) {
        List<String> lines = draft.lines().toList();
        return switch (this) {
            case WHOLE, FORBIDDEN -> paragraphs(lines);
            case SPLIT ->
                paragraphs(lines.subList(0, lines.size() / 2))
                        + "<p><a href=\"/tin/du-thao/2\">Xem tiếp trang 2</a></p>";
            case PART -> paragraphs(lines.subList(0, lines.size() / 3));
            // An earlier draft: other figures, other solutions.
            case OTHER_VERSION ->
                paragraphs(draft.replace("6,9%", "6,5%")
                        .replace("51,2 triệu", "49,7 triệu")
                        .replace("32 xã", "30 xã")
                        .replace("14,9% xuống còn 3,5%", "14,9% xuống còn 4,1%")
                        .replaceAll(
                                "Một là, .*",
                                "Một là, hoàn thành các tuyến đường tỉnh đang thi công dở dang trước năm 2022.")
                        .replaceAll(
                                "Ba là, .*", "Ba là, nâng cao chất lượng các trường nghề, trung tâm dạy nghề của tỉnh.")
                        .lines()
                        .toList());
            case LINK -> "<p>Toàn văn: <a href=\"" + elsewhere + "/tin/du-thao\">" + Story.DRAFT_NAME + "</a></p>";
            case NONE, DOWN -> "";
        };
    }

    static String secondHalf(String draft) {
        List<String> lines = draft.lines().toList();
        return "<h2>" + Story.DRAFT_TITLE + " (trang 2)</h2>"
                + paragraphs(lines.subList(lines.size() / 2, lines.size()));
    }

    private static String paragraphs(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + HtmlUtils.htmlEscape(line, "UTF-8") + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
