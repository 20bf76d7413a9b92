package vn.nhipcau.calendar;

import java.time.LocalDate;

/**
 * A day of the Vietnamese lunar calendar.
 *
 * @param leap whether the month is the intercalary one (tháng nhuận) that follows the month of the same number
 */
public record LunarDate(int year, int month, boolean leap, int day) {
    private static final String[] STEMS = {"Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"};
    private static final String[] BRANCHES = {
        "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"
    };

    public static LunarDate of(LocalDate day) {
        return LunarCalendar.lunar(day);
    }

    public LocalDate toLocalDate() {
        return LunarCalendar.solar(this);
    }

    /** The year's name in the cycle of sixty: 2026 is Bính Ngọ. */
    public static String yearName(int year) {
        return STEMS[Math.floorMod(year - 4, 10)] + " " + BRANCHES[Math.floorMod(year - 4, 12)];
    }

    /** In words as at Tết: “29 tháng Chạp”, “mùng 1 tháng Giêng”. */
    public String spoken() {
        String name = switch (month) {
            case 1 -> "Giêng";
            case 12 -> "Chạp";
            default -> Integer.toString(month);
        };
        return (day <= 10 ? "mùng " : "") + day + " tháng " + name + (leap ? " nhuận" : "");
    }

    /** In figures: “10/3 âm lịch”. */
    @Override
    public String toString() {
        return day + "/" + month + (leap ? " nhuận" : "") + " âm lịch";
    }
}
