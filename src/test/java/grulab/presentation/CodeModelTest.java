package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.engine.explain.PassageCase;
import grulab.interop.code.Programs;
import grulab.model.Convention;
import grulab.model.Framework;
import grulab.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Programs for what the window shows")
class CodeModelTest {
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private @Nullable Snapshot shown;
    private final CodeModel model = new CodeModel(() -> shown, worker::add, fx::add);

    @TempDir
    Path folder;

    private void finish() {
        while (!worker.isEmpty() || !fx.isEmpty()) {
            (worker.isEmpty() ? fx : worker).remove().run();
        }
    }

    private static Snapshot snapshot(int hidden) {
        return StepFixture.snapshot(StepFixture.of(grulab.model.CellType.GRU, Convention.ALL.get(1), hidden), 2, 1);
    }

    @Test
    @DisplayName("are written aside, of each framework its own, and anew when something else is shown")
    void sources() {
        List<String> written = new ArrayList<>();
        model.source(Framework.KERAS, written::add);
        assertThat(model.notice().get()).isEqualTo(Message.of("code.nothing"));
        shown = snapshot(5);
        model.source(Framework.KERAS, written::add);
        assertThat(written).isEmpty();
        finish();
        assertThat(written)
                .containsExactly(Programs.source(PassageCase.of(shown).problem(), Framework.KERAS));
        assertThat(model.notice().get()).isEqualTo(Message.done("code.copied", "Keras"));
        shown = snapshot(6);
        model.source(Framework.NUMPY, written::add);
        finish();
        assertThat(written.get(1)).contains("H = 6").contains("np.tanh").doesNotContain("keras");
    }

    @Test
    @DisplayName("are saved aside with their numbers, and what came of it is said")
    void saving() throws IOException {
        model.save(Framework.NUMPY, folder);
        assertThat(model.notice().get()).isEqualTo(Message.of("code.nothing"));
        shown = snapshot(5);
        Path to = folder.resolve("program");
        model.save(Framework.NUMPY, to);
        assertThat(model.saving().get()).isTrue();
        assertThat(model.notice().get()).isNull();
        finish();
        assertThat(model.saving().get()).isFalse();
        assertThat(model.notice().get()).isEqualTo(Message.done("code.saved", "run.py", "program"));
        assertThat(to.resolve("trace.npz")).isRegularFile();
        model.dismiss();
        assertThat(model.notice().get()).isNull();
        Path file = Files.writeString(folder.resolve("file"), "");
        model.save(Framework.NUMPY, file);
        finish();
        assertThat(model.notice().get()).isNotNull();
        assertThat(model.notice().get().key()).isEqualTo("plain");
        assertThat(file).isEmptyFile();
    }
}
