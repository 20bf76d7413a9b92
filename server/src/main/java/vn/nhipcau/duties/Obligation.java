package vn.nhipcau.duties;

/**
 * An obligation of a directive.
 *
 * @param position order on the page
 * @param duties how many duties it has become
 */
public record Obligation(long id, long directiveId, int position, Status status, ObligationDraft content, long duties) {

    /** What became of a proposal; ADDED was written by a person. Only KEPT and ADDED become duties. */
    public enum Status {
        PROPOSED("Đề xuất", "Proposed"),
        KEPT("Đã chọn", "Kept"),
        DROPPED("Đã bỏ", "Dropped"),
        ADDED("Thêm tay", "Added");

        private final String vietnamese;
        private final String english;

        Status(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }

        public boolean counts() {
            return this == KEPT || this == ADDED;
        }
    }
}
