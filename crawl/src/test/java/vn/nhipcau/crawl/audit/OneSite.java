package vn.nhipcau.crawl.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import vn.nhipcau.crawl.evidence.Evidence;
import vn.nhipcau.crawl.evidence.Memory;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.legaltext.files.TextExtractor;

/** One unit's site on this machine, looked at from time to time. */
final class OneSite {
    static final String TITLE = "Kế hoạch thực hiện công tác dân vận chính quyền trên địa bàn tỉnh Trà Vinh năm 2020";

    private final Site site;
    private final Path folder;
    private final String text;
    private Memory memory = Memory.empty();
    private int looks;

    OneSite(int port, Path folder) {
        this(port, folder, document());
    }

    /** @param text that is looked for */
    OneSite(int port, Path folder, String text) {
        this.text = text;
        this.site = new Site("Sở A", "http://a.localhost:" + port + "/");
        this.folder = folder;
    }

    static String document() {
        try (InputStream in = OneSite.class.getResourceAsStream("/documents/danvan-travinh.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Evidence goes to {@code look-0.warc.gz}, {@code look-1.warc.gz} and so on. */
    Verdict look(Instant now) throws IOException, InterruptedException {
        Verdict[] answer = new Verdict[1];
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        try (Fetcher fetcher = new Fetcher(
                        "NhipCau-audit/test",
                        AddressGuard.allowing(List.of("127.0.0.1/32")),
                        AddressGuard.Lookup.SYSTEM,
                        Limits.USUAL,
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        folder,
                        clock);
                Evidence evidence = new Evidence(folder.resolve("look-" + looks++ + ".warc.gz"), "test", now);
                TextExtractor extractor = new TextExtractor()) {
            Settings settings = new Settings(Duration.ZERO, 50, 4, Duration.ofMillis(10), false);
            new Audit(Target.of(text), settings, fetcher, extractor, evidence, folder, clock)
                    .run(List.of(site), new Audit.Ledger() {
                        @Override
                        public Memory before(Site of) {
                            return Memory.of(memory.text());
                        }

                        @Override
                        public void done(Verdict verdict, Memory learned) {
                            answer[0] = verdict;
                            memory = learned;
                        }
                    });
        }
        return answer[0];
    }
}
