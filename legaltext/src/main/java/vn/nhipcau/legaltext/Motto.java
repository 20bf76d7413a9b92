package vn.nhipcau.legaltext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the State and its motto, or the name of the Party, that stand above every document. */
final class Motto {
    private static final Pattern MOTTO = Pattern.compile(
            "cộng\\s+h(?:òa|oà)\\s+x(?:ã|ã)\\s+hội(?:\\s+chủ\\s+nghĩa\\s+việt\\s+nam)?"
                    + "|chủ\\s+nghĩa\\s+việt\\s+nam|độc\\s+lập\\s*-\\s*tự\\s+do\\s*-\\s*hạnh\\s+ph(?:ú|ú)c|đảng\\s+cộng\\s+sản\\s+việt\\s+nam");
    private static final Pattern MOTTO_LINE = Pattern.compile(
            "^(?:cộng h(?:òa|oà) xã(?: hội| hội chủ nghĩa.*)?|hội chủ nghĩa việt nam.*|chủ nghĩa việt nam.*|.{0,40}độc lập ?[-–] ?tự do.*)$");
    private static final int LONGEST = 90;

    private Motto() {}

    /** Finds it anywhere in a folded text, broken over lines or not. */
    static Matcher in(CharSequence folded) {
        return MOTTO.matcher(folded);
    }

    /** Whether the line is part of the motto, which stands again above an annex and may be broken anywhere. */
    static boolean isPartOf(Line line) {
        String text = line.text();
        boolean candidate = "CcHh".indexOf(text.charAt(0)) >= 0 || text.contains("ộc l") || text.contains("ỘC L");
        return candidate
                && text.length() < LONGEST
                && MOTTO_LINE.matcher(line.folded()).find();
    }
}
