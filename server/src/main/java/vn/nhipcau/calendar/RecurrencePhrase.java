package vn.nhipcau.calendar;

import vn.nhipcau.web.Language;

/** Recurrences in the words of directives. */
final class RecurrencePhrase {
    private RecurrencePhrase() {}

    static Recurrence read(String phrase) {
        throw RecurrenceText.refused(phrase, "chưa hiểu cách viết này", "this wording is not understood");
    }

    static String write(Recurrence rule, Language language) {
        return rule.toString();
    }
}
