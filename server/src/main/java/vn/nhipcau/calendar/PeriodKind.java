package vn.nhipcau.calendar;

import vn.nhipcau.web.Language;

/** What stretch of time a duty that comes back is about. */
public enum PeriodKind {
    DAY("hằng ngày", "daily", 0),
    WEEK("hằng tuần", "weekly", 0),
    MONTH("hằng tháng", "monthly", 1),
    QUARTER("hằng quý", "quarterly", 3),
    HALF_YEAR("6 tháng", "half-yearly", 6),
    /** From the year's start to the end of its third quarter. */
    NINE_MONTHS("9 tháng", "nine months", 9),
    YEAR("hằng năm", "yearly", 12),
    /** One of several dates that a directive names. */
    BATCH("theo đợt", "by batch", 0);

    private final String vietnamese;
    private final String english;
    private final int months;

    PeriodKind(String vietnamese, String english, int months) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.months = months;
    }

    /** Length in months; 0 for those shorter than a month. */
    int months() {
        return months;
    }

    public String words(Language language) {
        return language.t(vietnamese, english);
    }
}
