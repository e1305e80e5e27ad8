package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is computed aside")
class AsideTest {
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Aside<Integer, Integer> aside =
            new Aside<>(worker::add, fx::add, AsideTest::square, new Aside.Ears<>() {
                @Override
                public void answered(Integer question, Integer answer) {
                    heard.add(question + "² = " + answer);
                }

                @Override
                public void failed(Integer question, RuntimeException reason) {
                    heard.add(reason.getMessage());
                }
            });

    private static Integer square(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("no " + number);
        }
        return number * number;
    }

    private void finish() {
        worker.remove().run();
        fx.remove().run();
    }

    @Test
    @DisplayName("is one question at a time, and of those that wait the newest")
    void newest() {
        for (int i = 1; i <= 50; i++) {
            aside.ask(i);
        }
        assertThat(worker).hasSize(1);
        assertThat(aside.busy().get()).isTrue();
        finish();
        assertThat(aside.busy().get()).isTrue();
        finish();
        assertThat(worker).isEmpty();
        assertThat(aside.busy().get()).isFalse();
        assertThat(heard).containsExactly("1² = 1", "50² = 2500");
    }

    @Test
    @DisplayName("is not heard when it is forgotten, but what is asked after that is")
    void forgotten() {
        aside.ask(1);
        aside.forget();
        assertThat(aside.busy().get()).isFalse();
        aside.ask(2);
        finish();
        finish();
        assertThat(heard).containsExactly("2² = 4");
    }

    @Test
    @DisplayName("may fail, and the next is answered")
    void failed() {
        aside.ask(-1);
        aside.ask(3);
        finish();
        finish();
        assertThat(heard).containsExactly("no -1", "3² = 9");
    }

    @Test
    @DisplayName("is nothing once the lab has closed")
    void closed() {
        Aside<Integer, Integer> late = new Aside<>(
                task -> {
                    throw new RejectedExecutionException();
                },
                fx::add,
                AsideTest::square,
                new Aside.Ears<>() {
                    @Override
                    public void answered(Integer question, Integer answer) {}

                    @Override
                    public void failed(Integer question, RuntimeException reason) {}
                });
        late.ask(1);
        assertThat(late.busy().get()).isFalse();
    }
}
