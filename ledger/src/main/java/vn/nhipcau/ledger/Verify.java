package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhipcau.ledger.Report.Stop;
import vn.nhipcau.ledger.Report.Verdict;

/** The command line of the verifier. Trusts nothing it reads but the keys that its user gave it. */
public final class Verify {
    private static final String USAGE = """
            Kiểm tra biên nhận và sổ ghi ý kiến / Checks receipts and the log of opinions

              java -jar verify.jar receipt.json|receipt.tlog-proof [--log URL|DIR] [--text FILE] [--policy FILE]
              java -jar verify.jar log URL|DIR [--policy FILE]
              java -jar verify.jar --consistency OLD.checkpoint NEW.checkpoint --log URL|DIR [--policy FILE]

              --text FILE      đúng nguyên văn ý kiến đã nộp, UTF-8 / the exact text that was handed in, UTF-8
              --policy FILE    khóa của sổ và của người chứng (C2SP tlog-policy) / keys of log and witnesses
              --patience S     số giây tối đa để đọc qua mạng, mặc định 120 / most seconds for reading from the web

            Mã trả về / exit codes: 0 đúng / verified, 1 sai / refuted, 2 tệp hay tham số sai / unusable input,
            3 chưa kết luận / undecided (chưa vào sổ, không đọc được / not in the log yet, unreadable)
            """;
    private static final Set<String> OPTIONS = Set.of("--log", "--text", "--policy", "--consistency", "--patience");
    private static final int LARGEST_FILE = 1 << 24;

    private final PrintStream out;
    private final Report report;
    private final Instant now;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Verify(PrintStream out, Instant now) {
        this.out = out;
        this.report = new Report(out);
        this.now = now;
    }

    public static void main(String[] args) {
        // Vietnamese comes out whole even where the locale of the terminal is not set.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.exit(new Verify(out, Instant.now()).run(args));
    }

    int run(String... args) {
        try {
            read(args);
            check();
            return report.verdict(Verdict.VERIFIED);
        } catch (Stop stop) {
            return report.stopped(stop);
        } catch (CorruptLog e) {
            return report.stopped(new Stop(
                    Verdict.REFUTED,
                    "Các tệp của sổ mâu thuẫn với nhau: sổ đã bị sửa hoặc hỏng.",
                    "The files of the log contradict each other: " + e.getMessage()));
        } catch (IOException e) {
            return report.stopped(new Stop(
                    Verdict.UNDECIDED, "Không đọc được dữ liệu cần thiết.", "Cannot read what is needed: " + e));
        } catch (RuntimeException e) {
            // Of any kind: the exit code of a Java program that fails is 1, which would read as a refutation.
            return report.stopped(
                    new Stop(Verdict.UNUSABLE, "Tệp hoặc tham số sai định dạng.", "Malformed: " + e.getMessage()));
        }
    }

    private void read(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (OPTIONS.contains(args[i]) && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("option " + args[i]);
            }
        }
    }

    private void check() throws IOException {
        Optional<LogReader> log = option("--log").map(this::reader);
        if (option("--consistency").isPresent() && words.size() == 1 && log.isPresent()) {
            consistency(log.get());
        } else if (words.size() == 2 && words.get(0).equals("log")) {
            LogReader audited = reader(words.get(1));
            Checkpoint checkpoint = audited.checkpoint();
            new LogCheck(report, policy(Optional.empty(), Optional.of(audited))).recompute(audited, checkpoint);
        } else if (words.size() == 1 && option("--consistency").isEmpty()) {
            receipt(log);
        } else {
            out.print(USAGE);
            throw new Stop(Verdict.UNUSABLE, "Tham số chưa đúng.", "The arguments are not right.");
        }
    }

    private void consistency(LogReader log) throws IOException {
        Checkpoint older = Checkpoint.parse(file(options.get("--consistency")));
        Checkpoint newer = Checkpoint.parse(file(words.get(0)));
        LogCheck check = new LogCheck(report, policy(Optional.empty(), Optional.of(log)));
        check.signed(older);
        check.signed(newer);
        check.onlyAppended(older, newer, log);
    }

    private void receipt(Optional<LogReader> log) throws IOException {
        Receipt receipt = Receipt.parse(text(words.get(0)));
        Policy policy = policy(receipt.optional("key").map(VerifierKey::parse), log);
        ReceiptCheck check = new ReceiptCheck(report, policy, receipt);
        if (option("--text").isPresent()) {
            check.text(text(options.get("--text")));
        } else {
            report.caution(
                    "Chưa đối chiếu nội dung: thêm --text với tệp chứa đúng nguyên văn ý kiến.",
                    "The text was not compared: add --text with a file that holds the exact text.");
        }
        check.place(log, check.promise(), now);
    }

    private Policy policy(Optional<VerifierKey> ofReceipt, Optional<LogReader> log) throws IOException {
        if (option("--policy").isPresent()) {
            return Policy.parse(text(options.get("--policy")));
        }
        if (ofReceipt.isPresent()) {
            report.caution(
                    "Dùng khóa ghi trong biên nhận: hãy so với khóa đã công bố, hoặc thêm --policy. " + ofReceipt.get(),
                    "Using the key in the receipt: compare it with the published one, or add --policy.");
            return Policy.of(ofReceipt.get());
        }
        Optional<VerifierKey> claimed = log.isPresent() ? log.get().claimedKey() : Optional.empty();
        VerifierKey key = claimed.orElseThrow(() -> new Stop(
                Verdict.UNUSABLE,
                "Không có khóa nào để kiểm chữ ký: hãy thêm --policy.",
                "There is no key to check signatures with: add --policy."));
        report.caution(
                "Dùng khóa do chính sổ đưa ra: hãy so với khóa đã công bố, hoặc thêm --policy. " + key,
                "Using the key that the log itself names: compare it with the published one, or add --policy.");
        return Policy.of(key);
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private LogReader reader(String place) {
        Duration patience =
                Duration.ofSeconds(Canonical.decimal(option("--patience").orElse("120")));
        return new LogReader(LogFiles.at(place, patience));
    }

    /** Without the mark that some editors put before UTF-8. */
    private static String text(String path) throws IOException {
        return Canonical.utf8(file(path)).replaceFirst("\\A\uFEFF", "");
    }

    private static byte[] file(String path) throws IOException {
        if (Files.size(Path.of(path)) > LARGEST_FILE) {
            throw new IllegalArgumentException(path + " is too large");
        }
        return Files.readAllBytes(Path.of(path));
    }
}
