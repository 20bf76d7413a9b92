package vn.nhipcau.legaltext.files;

import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a {@link Worker}: the same Java, the same classes, a small heap.
 *
 * <p>The class path is that of this process, or the system property {@value #CLASS_PATH} where a launcher hides it. Run
 * from one executable jar of Spring Boot, whose inner jars Java cannot put on a class path, the worker starts through
 * Boot's own {@code PropertiesLauncher}.
 */
final class WorkerCommand {
    static final String CLASS_PATH = "nhipcau.worker.classpath";
    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private WorkerCommand() {}

    static List<String> of(Class<?> main) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Limits.WORKER_HEAP,
                "-Xss2m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output carries the answers.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                // One small file at a time: a collector with threads of its own would not pay.
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                // A damaged file is told in one sentence, not in a library's many.
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-cp",
                System.getProperty(CLASS_PATH, System.getProperty("java.class.path"))));
        if (insideOneJar()) {
            command.add("-Dloader.main=" + main.getName());
            command.add(BOOT_LAUNCHER);
        } else {
            command.add(main.getName());
        }
        return command;
    }

    private static boolean insideOneJar() {
        CodeSource source = WorkerCommand.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location != null && location.toString().contains("nested:") && System.getProperty(CLASS_PATH) == null;
    }
}
