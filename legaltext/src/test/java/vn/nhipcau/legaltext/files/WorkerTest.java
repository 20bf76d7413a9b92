package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.nhipcau.legaltext.DirectiveReader;

class WorkerTest {
    /** Long enough for any machine; only reached when a test fails. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final byte[] FILE = "<html>văn bản</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    void aParserThatHangsIsKilledAtTheDeadline() {
        try (var worker = new Worker(WorkerCommand.of(HangingWorker.class))) {
            assertThat(failure(worker, SHORT)).isEqualTo(UnreadableFile.Code.FILE_TOOK_TOO_LONG);
            assertThat(worker.usable()).isFalse();
        }
    }

    @Test
    void aParserThatTakesAllMemoryEndsWithItsProcess() {
        try (var worker = new Worker(WorkerCommand.of(GreedyWorker.class))) {
            assertThat(failure(worker, PATIENCE)).isEqualTo(UnreadableFile.Code.FILE_EXPANDS_TOO_FAR);
            assertThat(worker.usable()).isFalse();
        }
    }

    @Test
    void aProcessThatFallsIsTheFaultOfTheFile() {
        try (var worker = new Worker(WorkerCommand.of(FallenWorker.class))) {
            assertThat(failure(worker, PATIENCE)).isEqualTo(UnreadableFile.Code.FILE_DAMAGED);
            assertThat(worker.usable()).isFalse();
        }
    }

    @Test
    void aWorkerIsUsedForOneFileAfterAnother() throws Exception {
        try (var worker = new Worker(WorkerCommand.of(WorkerMain.class))) {
            assertThat(worker.text(FILE, PATIENCE)).isEqualTo("văn bản");
            assertThat(worker.text(FILE, PATIENCE)).isEqualTo("văn bản");
            assertThat(worker.usable()).isTrue();
        }
    }

    @Test
    void aWorkerAmidAnEndlessFileEndsWhenItsOwnerIsGone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(WorkerCommand.of(HangingWorker.class)).start();
        try (var requests = new java.io.DataOutputStream(process.getOutputStream())) {
            requests.writeInt(FILE.length);
            requests.write(FILE);
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterAFileThatTookTooLongTheNextOneGetsANewWorker() {
        try (var extractor = new TextExtractor(1, SHORT, WorkerCommand.of(HangingWorker.class))) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(UnreadableFile.class, () -> extractor.extract(FILE))
                                .code())
                        .isEqualTo(UnreadableFile.Code.FILE_TOOK_TOO_LONG);
            }
        }
    }

    @Test
    void manyThreadsShareFewWorkers() {
        byte[] word = Samples.plan();
        try (var extractor = new TextExtractor(2, PATIENCE, WorkerCommand.of(WorkerMain.class))) {
            List<String> texts = java.util.stream.IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(i -> {
                        try {
                            return extractor.extract(word);
                        } catch (UnreadableFile e) {
                            throw new AssertionError(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(texts).hasSize(1).first().asString().contains("19/KH-UBND");
        }
    }

    @Test
    void aReadingFromAnotherProcessIsTheReading() throws Exception {
        String text = new String(
                WorkerTest.class
                        .getResourceAsStream("/directives/1171-STTTT-TTBCXB.txt")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        try (var reader = new GuardedReader()) {
            assertThat(reader.read(text)).isEqualTo(DirectiveReader.read(text));
        }
    }

    @Test
    void aReadingThatTakesTooLongIsGivenUp() {
        try (var reader = new GuardedReader(new WorkerPool(1, SHORT, WorkerCommand.of(HangingWorker.class)))) {
            assertThat(catchThrowableOfType(UnreadableFile.class, () -> reader.read("quý I, quý I, "))
                            .code())
                    .isEqualTo(UnreadableFile.Code.FILE_TOOK_TOO_LONG);
        }
    }

    private static UnreadableFile.Code failure(Worker worker, Duration deadline) {
        return catchThrowableOfType(UnreadableFile.class, () -> worker.text(FILE, deadline))
                .code();
    }
}
