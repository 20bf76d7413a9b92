package vn.nhipcau.duties;

/** Whom the words “who” of an obligation mean. */
public sealed interface Target {
    Part part();

    /** The group's members on the day the directive is confirmed for. */
    record Group(long groupId, Part part) implements Target {}

    record Unit(long unitId, Part part) implements Target {}

    /** “Chủ trì” or “phối hợp”. Who has no part told apart leads. */
    enum Part {
        LEAD("Chủ trì", "Leads"),
        WITH("Phối hợp", "Takes part");

        private final String vietnamese;
        private final String english;

        Part(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }
}
