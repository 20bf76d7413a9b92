package vn.nhipcau.web;

/** Languages of the screens. Both wordings stand side by side where they are used, so neither can be forgotten. */
public enum Language {
    VI("vi", "Tiếng Việt"),
    EN("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    public String code() {
        return code;
    }

    public String ownName() {
        return ownName;
    }

    public String t(String vietnamese, String english) {
        return this == VI ? vietnamese : english;
    }

    static Language ofCode(String code) {
        return "en".equals(code) ? EN : VI;
    }
}
