package vn.nhipcau.legaltext.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.Citation;
import vn.nhipcau.legaltext.Header;
import vn.nhipcau.legaltext.Obligation;
import vn.nhipcau.legaltext.Reading;

/** A reading for a person at a terminal. */
final class ReadingReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LABEL_WIDTH = 14;
    private static final String NOT_PRINTED = "(không có)";

    private final StringBuilder out = new StringBuilder();

    private ReadingReport() {}

    static String of(String file, Reading reading) {
        var report = new ReadingReport();
        report.line("══ " + file);
        report.header(reading.header());
        report.citations(reading.citations());
        report.obligations(reading.obligations());
        report.list("Đơn vị được giao việc", reading.assigned());
        report.list("Cần xem lại", reading.warnings());
        report.line("");
        return report.out.toString();
    }

    private void header(Header header) {
        field("Số, ký hiệu", header.number());
        field("Loại", header.type() == null ? null : header.type().vietnamese());
        field("Ngày", date(header.date()));
        field("Nơi ban hành", header.place());
        field("Cơ quan", header.issuer());
        field("Trích yếu", header.subject());
        field("Kính gửi", joined(header.addressees()));
        field("Nơi nhận", joined(header.recipients()));
        Header.Signer signer = header.signer();
        field("Người ký", signer == null ? null : signer(signer));
        if (header.urgency() != null) {
            field("Độ khẩn", header.urgency());
        }
    }

    private static String signer(Header.Signer signer) {
        return Stream.of(
                        Objects.toString(signer.capacity(), ""),
                        Objects.toString(signer.title(), ""),
                        Objects.toString(signer.name(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void citations(List<Citation> citations) {
        list(
                "Văn bản dẫn chiếu",
                citations.stream()
                        .map(citation -> citation.number()
                                + (citation.type() == null
                                        ? ""
                                        : " · " + citation.type().vietnamese())
                                + (citation.date() == null ? "" : " · " + date(citation.date()))
                                + (citation.issuer() == null ? "" : " · " + citation.issuer()))
                        .toList());
    }

    private void obligations(List<Obligation> obligations) {
        List<Obligation> dated = obligations.stream().filter(Obligation::dated).toList();
        line("");
        line("Nghĩa vụ: " + obligations.size() + ", có thời hạn: " + dated.size());
        for (Obligation obligation : obligations) {
            String clause = obligation.clause().isEmpty() ? "" : "[" + obligation.clause() + "] ";
            String who = obligation.who().isEmpty() ? "(chưa rõ ai)" : String.join("; ", obligation.who());
            line("  • " + clause + who + ": " + obligation.what());
            String when = when(obligation);
            if (!when.isEmpty()) {
                line("      hạn: " + when);
            }
            if (obligation.to() != null) {
                line("      gửi: " + obligation.to());
            }
            if (!obligation.limits().isEmpty()) {
                line("      giới hạn: " + String.join("; ", obligation.limits()));
            }
        }
    }

    private static String when(Obligation obligation) {
        var parts = new ArrayList<String>();
        obligation.due().forEach(day -> parts.add(DAY.format(day)));
        parts.addAll(obligation.rrule());
        if (obligation.relative() != null) {
            parts.add(obligation.relative());
        }
        return String.join(", ", parts);
    }

    private void list(String title, List<String> values) {
        if (!values.isEmpty()) {
            line("");
            line(title + ": " + values.size());
            values.forEach(value -> line("  • " + value));
        }
    }

    private void field(String label, @Nullable String value) {
        line("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()))
                + (value == null || value.isEmpty() ? NOT_PRINTED : value));
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join("; ", values);
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : DAY.format(date);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
