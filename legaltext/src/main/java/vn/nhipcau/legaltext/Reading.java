package vn.nhipcau.legaltext;

import java.util.List;

/**
 * All that was read from one document.
 *
 * @param text what the spans point into: NFC, line ends as {@code \n}
 * @param assigned the units or groups that are given work anywhere in the text
 * @param warnings what looks wrong in the document itself, in Vietnamese, for the person who confirms
 */
public record Reading(
        String text,
        Header header,
        List<Citation> citations,
        List<Obligation> obligations,
        List<String> assigned,
        List<String> warnings) {}
