package vn.nhipcau.web;

import java.util.regex.Pattern;

/**
 * Cells of CSV files. One that begins as a formula does is written behind an apostrophe, and read back without it, so that
 * opening an export runs nothing (OWASP, CSV injection).
 */
public final class FormulaGuard {
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern DISARMED = Pattern.compile("^'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    public static String disarmed(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String armed(String cell) {
        return DISARMED.matcher(cell).matches() ? cell.substring(1).strip() : cell.strip();
    }
}
