package grulab.interop.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.interop.BadCase;
import grulab.interop.file.BadModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Gives a reader damaged files: it reads them, or refuses them in one sentence; nothing else, and nothing slow. */
final class ReaderFuzz {
    /** 2,000, or what -Dfuzz.files says. */
    private static final int FILES = Integer.getInteger("fuzz.files", 2_000);
    /** Of work, not of waiting for a machine that is busy. */
    private static final long MOST_NANOSECONDS = 1_000_000_000;

    private final Path file;
    private final List<byte[]> seeds = new ArrayList<>();

    /** @param file to be written again and again */
    ReaderFuzz(Path file) {
        this.file = file;
    }

    ReaderFuzz from(Path good) throws IOException {
        seeds.add(Files.readAllBytes(good));
        return this;
    }

    ReaderFuzz from(byte[] good) {
        seeds.add(good);
        return this;
    }

    /** Another seed each time, printed when something is found; -Dfuzz.seed repeats it. */
    void read(Reader reader) throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Mutations mutations = new Mutations(seeds, seed);
        int readable = 0;
        long slowest = 0;
        long start = System.nanoTime();
        for (int i = 0; i < FILES; i++) {
            write(mutations.next());
            long time = cpuTime();
            try {
                reader.read(file);
                readable++;
            } catch (BadModel | BadCase e) {
                assertThat(e.getMessage())
                        .as("sentence for file %d of -Dfuzz.seed=%d", i, seed)
                        .isNotBlank()
                        .hasSizeLessThan(1000)
                        .matches(text -> text.chars().noneMatch(Character::isISOControl));
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("file %d of -Dfuzz.seed=%d".formatted(i, seed), e);
            }
            slowest = Math.max(slowest, cpuTime() - time);
            assertThat(slowest)
                    .as("nanoseconds for file %d of -Dfuzz.seed=%d", i, seed)
                    .isLessThan(MOST_NANOSECONDS);
        }
        if (FILES > 2_000) {
            System.out.printf(
                    "%,d damaged files, %,d still readable, %.1f s, slowest %.0f ms: %s%n",
                    FILES, readable, (System.nanoTime() - start) / 1e9, slowest / 1e6, file.getFileName());
        }
        // damage that a reader never notices, or that it always notices at once, would be too much or too little
        assertThat(readable).isBetween(1, FILES - 1);
    }

    /** Not emptied first: file systems hurry to store a file that was. */
    private void write(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), 0);
            channel.truncate(bytes.length);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    interface Reader {
        void read(Path file) throws Exception;
    }
}
