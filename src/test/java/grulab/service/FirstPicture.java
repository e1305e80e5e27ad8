package grulab.service;

import grulab.model.CellType;
import grulab.model.Experiment;
import grulab.model.Snapshot;
import grulab.text.Corpora;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long somebody waits for pictures and text after Train is pressed, in a process that has trained nothing yet. */
@Tag("measure")
class FirstPicture {
    private static final int SECONDS = 12;

    /** -Dpicture.hidden=40 -Dpicture.cell=gru say of what; -Dpicture.rest=1 how many seconds after the first picture. */
    @Test
    void afterTrain() {
        int hidden = Integer.getInteger("picture.hidden", 40);
        CellType cell =
                CellType.valueOf(System.getProperty("picture.cell", "gru").toUpperCase(Locale.ROOT));
        Experiment usual = Experiment.standard(cell);
        Experiment experiment = usual.withSizes(hidden, usual.batch(), usual.steps());
        List<Long> pictures = new ArrayList<>();
        List<Long> texts = new ArrayList<>();
        Watcher watcher = new Watcher() {
            @Override
            public void snapshot(Snapshot snapshot) {
                super.snapshot(snapshot);
                pictures.add(System.nanoTime());
            }

            @Override
            public void sampleWritten(grulab.model.Sample sample) {
                super.sampleWritten(sample);
                texts.add(System.nanoTime());
            }
        };
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        try (LabService lab = new LabService(Runnable::run, watcher, threads)) {
            lab.startOver(experiment, Corpora.load("lighthouse"));
            watcher.await("the first picture", () -> !watcher.samples.isEmpty());
            pause(Long.getLong("picture.rest", 1));
            long pressed = System.nanoTime();
            lab.train();
            pause(SECONDS);
            long longest = 0;
            long before = pressed;
            int count = 0;
            long first = 0;
            for (long at : List.copyOf(pictures)) {
                if (at > pressed) {
                    first = first == 0 ? at : first;
                    longest = Math.max(longest, at - before);
                    before = at;
                    count++;
                }
            }
            long text = texts.stream().filter(at -> at > pressed).findFirst().orElse(0L);
            System.out.printf(
                    Locale.ROOT,
                    "%s, H %d: first picture after %.2f s, first text after %.2f s, %d pictures in %d s, longest between %.2f s%n",
                    cell.title(),
                    hidden,
                    (first - pressed) / 1e9,
                    (text - pressed) / 1e9,
                    count,
                    SECONDS,
                    longest / 1e9);
        }
    }

    private static void pause(long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
