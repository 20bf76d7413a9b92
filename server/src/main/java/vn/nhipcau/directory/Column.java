package vn.nhipcau.directory;

/** Columns of the exchange file, in its order. */
enum Column {
    CODE("Mã", "Code", true, 35),
    NAME("Tên", "Name", true, 300),
    SHORT_NAME("Tên ngắn", "Short name", false, 300),
    KIND("Loại", "Kind", true, 60),
    LINE("Hệ", "Line", true, 40),
    PARENT("Trực thuộc", "Parent", false, 35),
    FROM("Từ ngày", "From", true, 20),
    UNTIL("Đến ngày", "Until", false, 20),
    SITES("Trang web", "Web sites", false, 2_000),
    SUCCESSORS("Kế thừa bởi", "Successors", false, 2_000),
    FORM("Hình thức", "Form", false, 40),
    BASIS("Căn cứ", "Basis", false, 500),
    DEMO("Minh họa", "Demo", false, 10);

    private final String vietnamese;
    private final String english;
    private final boolean required;
    private final int limit;

    Column(String vietnamese, String english, boolean required, int limit) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.required = required;
        this.limit = limit;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }

    /** Whether the file must have the column and every row a value in it. */
    boolean required() {
        return required;
    }

    /** Longest value, in characters. */
    int limit() {
        return limit;
    }
}
