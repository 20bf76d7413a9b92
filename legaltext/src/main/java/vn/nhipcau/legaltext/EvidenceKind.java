package vn.nhipcau.legaltext;

import java.util.Locale;

/** What would show that an obligation was met. */
public enum EvidenceKind {
    REPORT,
    PUBLICATION,
    OPINIONS,
    PLAN,
    ARTICLE,
    CONTEST,
    ANSWER,
    INSPECTION,
    OTHER;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
