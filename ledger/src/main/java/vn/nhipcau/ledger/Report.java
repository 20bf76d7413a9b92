package vn.nhipcau.ledger;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the verifier found, in Vietnamese with English below it, and its verdict, which is also the exit code. */
final class Report {

    enum Verdict {
        VERIFIED("ĐÚNG", "VERIFIED"),
        REFUTED("SAI: không khớp với sổ, hoặc đã bị sửa", "REFUTED: does not match the log, or was altered"),
        UNUSABLE("KHÔNG KIỂM ĐƯỢC: tệp hoặc tham số chưa đúng", "NOT CHECKED: a file or an option is not right"),
        UNDECIDED("CHƯA KẾT LUẬN: chưa có đủ dữ liệu", "UNDECIDED: not enough data yet");

        private final String vietnamese;
        private final String english;

        Verdict(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        int exitCode() {
            return ordinal();
        }
    }

    /** Ends the check: what follows could not change the verdict. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Verdict verdict;
        private final String vietnamese;

        Stop(Verdict verdict, String vietnamese, String english) {
            super(english);
            this.verdict = verdict;
            this.vietnamese = vietnamese;
        }
    }

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** As an official of Viet Nam writes it. */
    static String local(Instant time) {
        return LOCAL.format(time);
    }

    void good(String vietnamese, String english) {
        line("[+]", vietnamese, english);
    }

    void caution(String vietnamese, String english) {
        line("[!]", vietnamese, english);
    }

    /** Returns the exit code, like {@link #verdict}. */
    int stopped(Stop stop) {
        line("[x]", stop.vietnamese, stop.getMessage());
        return verdict(stop.verdict);
    }

    int verdict(Verdict verdict) {
        line("==>", "KẾT QUẢ: " + verdict.vietnamese, "RESULT: " + verdict.english);
        return verdict.exitCode();
    }

    private void line(String mark, String vietnamese, String english) {
        out.println(mark + " " + vietnamese + "\n    " + english);
    }
}
