package grulab.service;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.MetricSeries;
import grulab.model.RunState;
import grulab.model.RunState.Phase;
import grulab.model.StopRule;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {

    @Test
    void aBlockedWindowNeverHasMoreThanOneHandOverPendingAndThenGetsTheNewest() throws Exception {
        ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        try (Bench bench = new Bench(task -> {
            queue.add(task);
            most.accumulateAndGet(queue.size(), Math::max);
            first.countDown();
        })) {
            bench.lab.startOver(Bench.small(), Bench.TEXT);
            bench.lab.stopAt(new StopRule(500, 0));
            bench.lab.train();
            assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
            CountDownLatch trained = new CountDownLatch(1);
            // the window is blocked, so the end of training is seen by asking
            Thread asking = new Thread(() -> {
                while (bench.lab.state().phase() != Phase.PAUSED) {
                    Thread.onSpinWait();
                }
                trained.countDown();
            });
            asking.start();
            assertThat(trained.await(30, TimeUnit.SECONDS))
                    .as("training went on")
                    .isTrue();
            bench.lab.close();
            assertThat(queue).hasSize(1);
            assertThat(most).hasValue(1);
            queue.remove().run();
            assertThat(queue).isEmpty();
            assertThat(bench.watcher.snapshots).hasSize(1);
            assertThat(bench.watcher.snapshot().batch()).isEqualTo(500);
            assertThat(bench.watcher.metrics.batches()).isEqualTo(500);
            assertThat(bench.watcher.metrics.points()).hasSize(500);
        }
    }

    @Test
    void anotherHandOverFollowsOnceTheLastWasTaken() {
        ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
        Watcher watcher = new Watcher();
        Mailbox mailbox = new Mailbox(queue::add, watcher);
        mailbox.state(RunState.RUNNING);
        mailbox.state(RunState.PAUSED);
        mailbox.metrics(MetricSeries.NONE);
        assertThat(queue).hasSize(1);
        queue.remove().run();
        assertThat(watcher.states).containsExactly(RunState.PAUSED);
        mailbox.state(RunState.RUNNING);
        assertThat(queue).hasSize(1);
        queue.remove().run();
        assertThat(watcher.states).containsExactly(RunState.PAUSED, RunState.RUNNING);
    }

    @Test
    void aWindowThatIsGoneStopsNothing() {
        Mailbox mailbox = new Mailbox(
                task -> {
                    throw new IllegalStateException("Toolkit has exited");
                },
                new Watcher());
        mailbox.state(RunState.RUNNING);
        mailbox.state(RunState.PAUSED);
        assertThat(mailbox.snapshotWaits()).isFalse();
    }
}
