package vn.nhipcau.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Time on the processor of this process and of the PostgreSQL that it started. Unlike the clock on the wall it hardly depends
 * on what else the machine does.
 */
final class Processor {
    private final OperatingSystemMXBean java = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<Path> children;
    private long javaBefore;
    private long childrenBefore;

    /** Counts the children that run now. */
    Processor() {
        children = ProcessHandle.current()
                .descendants()
                .map(child -> Path.of("/proc/" + child.pid() + "/schedstat"))
                .toList();
    }

    void start() {
        childrenBefore = ofChildren();
        javaBefore = java.getProcessCpuTime();
    }

    /** @return nanoseconds since the start; what reading them costs is not in them */
    long taken() {
        long ofJava = java.getProcessCpuTime() - javaBefore;
        return ofJava + ofChildren() - childrenBefore;
    }

    private long ofChildren() {
        long sum = 0;
        for (Path child : children) {
            try {
                String times = Files.readString(child);
                sum += Long.parseLong(times.substring(0, times.indexOf(' ')));
            } catch (IOException ended) {
                // A backend that ended takes its time with it; it was idle.
            }
        }
        return sum;
    }
}
