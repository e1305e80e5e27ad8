package grulab.interop.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** What it costs to refuse a file. */
final class Cost {
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOSECONDS = 1_000_000_000;

    private Cost() {}

    /** The sentence with which a file is refused, within a second of work and 64 MB of all memory ever asked for. */
    static String ofRefusal(Path file, Reading reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long time = threads.getCurrentThreadCpuTime();
        try {
            reading.of(file);
        } catch (BadModel e) {
            time = threads.getCurrentThreadCpuTime() - time;
            bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
            assertThat(bytes).as("bytes for: " + e.getMessage()).isLessThan(MOST_BYTES);
            assertThat(time).as("nanoseconds for: " + e.getMessage()).isLessThan(MOST_NANOSECONDS);
            assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            return e.getMessage().substring(file.toString().length() + 2);
        }
        throw new AssertionError("not refused: " + file);
    }

    /** Opens a file and reads all arrays that hold weights. */
    static void everything(Path path) throws BadModel {
        everything(GoldenArraysTest.open(path));
    }

    static void everything(ArrayFile file) throws BadModel {
        for (ArrayEntry entry : file.entries()) {
            file.read(entry.name());
        }
    }

    interface Reading {
        void of(Path file) throws BadModel;
    }
}
