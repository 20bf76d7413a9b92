package vn.nhipcau.legaltext;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Another document that the text cites by number; {@code span} is where it is cited first. */
public record Citation(
        String number,
        @Nullable DocumentType type,
        @Nullable LocalDate date,
        @Nullable String issuer,
        Span span) {}
