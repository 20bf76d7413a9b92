package vn.nhipcau.legaltext.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the margins of a PDF's pages repeat: page numbers, “CÔNG BÁO/Số …”, the name of the document. */
final class RunningTitles {
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–]? ?(Trang )?\\d{1,4}( ?[/|] ?\\d{1,4})? ?[-–]?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Share of the page's height, at its top and its bottom. */
    private static final float MARGIN = 0.1f;

    private static final int FEWEST_PAGES = 3;

    /** Left and right pages may have titles of their own, and annexes others. */
    private static final int SHARE_OF_PAGES = 4;

    private final Map<String, Integer> pagesWith = new HashMap<>();
    private int pages;

    void count(List<PdfLine> lines, float height) {
        pages++;
        Set<String> onThisPage = new HashSet<>();
        for (PdfLine line : lines) {
            if (inMargin(line, height)) {
                onThisPage.add(withoutNumbers(line));
            }
        }
        onThisPage.forEach(text -> pagesWith.merge(text, 1, Integer::sum));
    }

    List<PdfLine> without(List<PdfLine> lines, float height) {
        var kept = new ArrayList<PdfLine>();
        for (PdfLine line : lines) {
            boolean dropped =
                    inMargin(line, height) && (PAGE_NUMBER.matcher(line.text()).matches() || repeated(line));
            if (!dropped) {
                kept.add(line);
            }
        }
        return kept;
    }

    private boolean repeated(PdfLine line) {
        int times = pagesWith.getOrDefault(withoutNumbers(line), 0);
        return times >= FEWEST_PAGES && times * SHARE_OF_PAGES >= pages;
    }

    private static boolean inMargin(PdfLine line, float height) {
        return line.baseline() < MARGIN * height || line.baseline() > (1 - MARGIN) * height;
    }

    private static String withoutNumbers(PdfLine line) {
        return DIGITS.matcher(line.text()).replaceAll("");
    }
}
