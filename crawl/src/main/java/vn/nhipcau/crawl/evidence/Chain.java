package vn.nhipcau.crawl.evidence;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The record of all verdicts in a folder: a JSON object a line, each with its number and the SHA-256 of the line before. A
 * record of each WARC file has that file's hash. Whoever noted the last line's hash can later tell whether any record, or any
 * page kept as evidence, was altered, taken out or put in.
 */
public final class Chain implements AutoCloseable {
    private static final String START = "0".repeat(64);
    private static final Pattern LINK =
            Pattern.compile("^\\{\"number\": (\\d+), \"previous\": \"([0-9a-f]{64})\", .*\\}$");
    private static final Pattern ARCHIVE =
            Pattern.compile("\"warc\": \"([^\"\\\\]+)\", \"sha256\": \"([0-9a-f]{64})\"");

    private final FileOutputStream out;
    private final Set<String> archives = new HashSet<>();
    private long number;
    private String head = START;

    private Chain(FileOutputStream out) {
        this.out = out;
    }

    /** Opens the chain to add to it; half a line, from a machine that was switched off, is taken off. */
    public static Chain open(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
        Chain chain = new Chain(new FileOutputStream(file.toFile(), true));
        for (String line : text.substring(0, whole).split("\n")) {
            if (!line.isEmpty()) {
                chain.number++;
                chain.head = hash(line);
                archive(line, chain.archives);
            }
        }
        return chain;
    }

    private static void archive(String line, Set<String> into) {
        Matcher archive = ARCHIVE.matcher(line);
        if (archive.find()) {
            into.add(archive.group(1));
        }
    }

    /** Adds a record. @param fields of a JSON object, without the braces */
    public synchronized void add(String fields) throws IOException {
        String line = "{\"number\": " + (number + 1) + ", \"previous\": \"" + head + "\", " + fields + "}";
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        number++;
        head = hash(line);
        archive(line, archives);
    }

    /** Adds the hash of a WARC file that is written to its end. */
    public void seal(Path warc, String fields) throws IOException {
        add("\"warc\": \"" + warc.getFileName() + "\", \"sha256\": \"" + hash(warc) + "\", \"bytes\": "
                + Files.size(warc) + ", " + fields);
    }

    public synchronized boolean isSealed(Path warc) {
        return archives.contains(warc.getFileName().toString());
    }

    public synchronized long size() {
        return number;
    }

    /** The hash of the last record: who keeps it elsewhere can check the whole. */
    public synchronized String head() {
        return head;
    }

    /** What is wrong with a chain and the WARC files beside it, in Vietnamese; nothing when it is whole. */
    public static List<String> faults(Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        long expected = 1;
        String previous = START;
        for (String line : Files.readAllLines(file)) {
            Matcher link = LINK.matcher(line);
            if (!link.matches()) {
                faults.add("Dòng " + expected + " không phải là một bản ghi.");
            } else if (Long.parseLong(link.group(1)) != expected
                    || !link.group(2).equals(previous)) {
                faults.add("Bản ghi " + expected + " không nối với bản ghi trước: đã bị sửa, bớt hoặc thêm.");
            }
            Matcher archive = ARCHIVE.matcher(line);
            if (archive.find()) {
                Path warc = file.resolveSibling(archive.group(1));
                if (!Files.exists(warc)) {
                    faults.add("Thiếu tệp bằng chứng " + archive.group(1) + ".");
                } else if (!hash(warc).equals(archive.group(2))) {
                    faults.add("Tệp bằng chứng " + archive.group(1) + " đã bị thay đổi.");
                }
            }
            previous = hash(line);
            expected++;
        }
        return faults;
    }

    private static String hash(String line) {
        return HexFormat.of().formatHex(sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[64 << 10];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.getFD().sync();
        out.close();
    }
}
