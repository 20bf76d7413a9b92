package vn.nhipcau.consultation;

import java.util.Arrays;
import java.util.Optional;

/** Where the giver stands. The order fixes the number in the database, the word stands in commitments: neither changes. */
public enum Stance {
    AGREE("agree", "Đồng ý", "Agree"),
    AGREE_WITH_CHANGES("agree-with-changes", "Đồng ý, có ý kiến thêm", "Agree with changes"),
    DISAGREE("disagree", "Không đồng ý", "Disagree"),
    OTHER("other", "Ý kiến khác", "Other opinion");

    private static final Stance[] ALL = values();

    private final String word;
    private final String vietnamese;
    private final String english;

    Stance(String word, String vietnamese, String english) {
        this.word = word;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public static Optional<Stance> of(String word) {
        return Arrays.stream(ALL).filter(stance -> stance.word.equals(word)).findFirst();
    }

    static Stance ofCode(int code) {
        return ALL[code - 1];
    }

    /** As the API and commitments spell it. */
    public String word() {
        return word;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    int code() {
        return ordinal() + 1;
    }
}
