package vn.nhipcau.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcau.web.Refusal;

class FileStoreTest {
    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path data;

    @Test
    void a_file_is_named_by_its_bytes_and_comes_back_as_it_was() throws IOException {
        FileStore files = new FileStore(data);

        StoredFile stored = files.put(bytes("abc"), 100);

        assertThat(stored).isEqualTo(new StoredFile(SHA_OF_ABC, 3));
        try (InputStream opened = files.open(SHA_OF_ABC)) {
            assertThat(opened.readAllBytes()).asString().isEqualTo("abc");
        }
        assertThat(files.verify(SHA_OF_ABC)).isTrue();
    }

    @Test
    void the_same_bytes_are_kept_once_also_when_they_arrive_together() throws Exception {
        FileStore files = new FileStore(data);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoredFile> put = () -> files.put(bytes("abc"), 100);
            threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> put).toList());
        }
        assertThat(filesBelow(data)).containsExactly(SHA_OF_ABC);
    }

    @Test
    void what_is_there_is_never_overwritten() throws IOException {
        FileStore files = new FileStore(data);
        files.put(bytes("abc"), 100);
        Files.writeString(files.path(SHA_OF_ABC), "ABC");

        files.put(bytes("abc"), 100);

        assertThat(files.path(SHA_OF_ABC)).hasContent("ABC");
        assertThat(files.verify(SHA_OF_ABC)).isFalse();
    }

    @Test
    void too_many_bytes_are_refused_and_leave_nothing_behind() throws IOException {
        FileStore files = new FileStore(data);

        assertThatThrownBy(() -> files.put(bytes("abcd"), 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("FILE_TOO_LARGE"));

        assertThat(filesBelow(data)).isEmpty();
    }

    @Test
    void a_sender_who_breaks_off_leaves_nothing_behind() throws IOException {
        FileStore files = new FileStore(data);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("line cut");
            }
        };

        assertThatThrownBy(() -> files.put(broken, 100)).isInstanceOf(IOException.class);

        assertThat(filesBelow(data)).isEmpty();
    }

    @Test
    void what_a_killed_server_left_half_received_goes_after_a_day() throws IOException {
        FileStore files = new FileStore(data);
        files.put(bytes("abc"), 100);
        Path old = Files.createFile(data.resolve("files/incoming/1.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.createFile(data.resolve("files/incoming/2.part"));

        files.dropAbandoned();

        assertThat(filesBelow(data)).containsExactlyInAnyOrder("2.part", SHA_OF_ABC);
    }

    @Test
    void nobody_else_may_look_into_the_store() throws IOException {
        new FileStore(data.resolve("new")).put(bytes("abc"), 100);

        try (Stream<Path> folders = Files.walk(data.resolve("new"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .allSatisfy(
                            folder -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                                    .isEqualTo("rwx------"));
        }
    }

    @Test
    void a_name_that_is_no_hash_reaches_no_other_folder() {
        FileStore files = new FileStore(data);
        assertThatThrownBy(() -> files.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lost_file_is_told_as_lost() throws IOException {
        FileStore files = new FileStore(data);
        assertThatThrownBy(() -> files.open(SHA_OF_ABC)).isInstanceOf(Refusal.class);
        assertThat(files.verify(SHA_OF_ABC)).isFalse();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }
}
