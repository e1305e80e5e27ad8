package grulab.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    @DisplayName("every part is done once, each by its own thread, the first by the caller")
    void everyPartIsDoneOnce(int size) {
        try (Team team = new Team(size)) {
            assertThat(team.size()).isEqualTo(size);
            AtomicIntegerArray done = new AtomicIntegerArray(size);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            for (int round = 1; round <= 200; round++) {
                team.run(part -> {
                    done.incrementAndGet(part);
                    threads.add(Thread.currentThread());
                    if (part == 0) {
                        threads.remove(Thread.currentThread());
                    }
                });
                for (int part = 0; part < size; part++) {
                    assertThat(done.get(part)).isEqualTo(round);
                }
            }
            assertThat(threads).hasSize(size - 1).allMatch(Thread::isDaemon).doesNotContain(Thread.currentThread());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    @DisplayName("after a barrier everybody sees what the others wrote before it")
    void barriersAreMeetings(int size) {
        try (Team team = new Team(size)) {
            int[] written = new int[size];
            AtomicInteger wrong = new AtomicInteger();
            for (int round = 0; round < 50; round++) {
                team.run(part -> {
                    for (int i = 0; i < 100; i++) {
                        written[part]++;
                        team.barrier();
                        for (int other : written) {
                            if (other != written[part]) {
                                wrong.incrementAndGet();
                            }
                        }
                        team.barrier();
                    }
                });
            }
            assertThat(wrong).hasValue(0);
            assertThat(written).containsOnly(5000);
        }
    }

    @Test
    @DisplayName("a helper that fails frees the others from the barrier, and the caller learns why; then all goes on")
    void aFailureOfAHelperReachesTheCaller() {
        try (Team team = new Team(3)) {
            for (int round = 0; round < 20; round++) {
                AtomicInteger passed = new AtomicInteger();
                assertThatIllegalStateException()
                        .isThrownBy(() -> team.run(part -> {
                            team.barrier();
                            if (part == 2) {
                                throw new UnsupportedOperationException("no such part");
                            }
                            team.barrier();
                            passed.incrementAndGet();
                        }))
                        .withCauseInstanceOf(UnsupportedOperationException.class)
                        .withMessageContaining("no such part");
                assertThat(passed).hasValue(0);
                team.run(part -> {
                    team.barrier();
                    passed.incrementAndGet();
                });
                assertThat(passed).hasValue(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @DisplayName("what the caller's own part throws comes as it is, when all parts have ended")
    void aFailureOfTheCallerComesAsItIs(int size) {
        try (Team team = new Team(size)) {
            AtomicInteger inside = new AtomicInteger();
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> team.run(part -> {
                        inside.incrementAndGet();
                        try {
                            if (part == 0) {
                                throw new UnsupportedOperationException();
                            }
                            team.barrier();
                        } finally {
                            inside.decrementAndGet();
                        }
                    }));
            assertThat(inside).hasValue(0);
        }
    }

    @Test
    @DisplayName("an interrupted caller finishes the work and stays interrupted")
    void interruptionIsKept() throws InterruptedException {
        try (Team team = new Team(2)) {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            AtomicInteger done = new AtomicInteger();
            AtomicInteger interrupted = new AtomicInteger();
            Thread caller = new Thread(() -> {
                team.run(part -> {
                    if (part == 1) {
                        started.countDown();
                        awaitQuietly(go);
                    }
                    team.barrier();
                    done.incrementAndGet();
                });
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.incrementAndGet();
                }
            });
            caller.start();
            started.await();
            awaitState(caller, Thread.State.WAITING);
            caller.interrupt();
            go.countDown();
            caller.join();
            assertThat(done).hasValue(2);
            assertThat(interrupted).hasValue(1);
        }
    }

    @Test
    @DisplayName("who has nothing to do sleeps, and ends when the team is closed, once or twice")
    void helpersSleepAndEnd() throws InterruptedException {
        Team team = new Team(2);
        Thread[] helper = new Thread[1];
        team.run(part -> {
            if (part == 1) {
                helper[0] = Thread.currentThread();
            }
        });
        awaitState(helper[0], Thread.State.WAITING);
        team.run(part -> {});
        awaitState(helper[0], Thread.State.WAITING);
        team.close();
        team.close();
        helper[0].join(Duration.ofSeconds(30).toMillis());
        assertThat(helper[0].isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> team.run(part -> {})).withMessageContaining("closed");
    }

    @Test
    void aTeamHasAtLeastOneThread() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Team(0)).withMessageContaining("at least 1");
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
