package vn.nhipcau;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser, one a run: Debian's Chromium without a window. */
public final class Browser {
    private static final Browser ONLY = new Browser();
    private static final String AXE = resource("/axe.min.js");

    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        Path program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: run 'apt-get install chromium' (or .ci/run, which does)."));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** @param width of the window in CSS pixels */
    public static Page open(int width, int height) {
        BrowserContext context = ONLY.chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        return context.newPage();
    }

    /** @return what breaks WCAG 2.2 A or AA on the page, a line each; empty when nothing does */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        // Evaluated by the browser's debugger, which our policy against inline script does not bind.
        page.evaluate(AXE);
        return (List<String>) page.evaluate("""
                        async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
                            .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' — ' + n.failureSummary))
                        """);
    }

    /** @return how many pixels the page is wider than its window */
    public static int overflow(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    }

    private static String resource(String name) {
        try (InputStream file = Browser.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
