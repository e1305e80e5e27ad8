package grulab.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Weights from a file")
class WeightsModelTest {
    private static final Path FILES = Path.of("src/test/resources/golden/files");
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final WeightsModel model = new WeightsModel(worker::add, fx::add);

    private void finish() {
        while (!worker.isEmpty()) {
            worker.remove().run();
            fx.remove().run();
        }
    }

    private void open(String name) {
        model.open(FILES.resolve(name));
        finish();
    }

    private OpenedModel opened() {
        OpenedModel opened = model.opened().get();
        assertThat(opened).isNotNull();
        return opened;
    }

    private LoadedWeights chosen() {
        LoadedWeights chosen = model.chosen().get();
        assertThat(chosen).isNotNull();
        return chosen;
    }

    @Test
    @DisplayName("are read aside")
    void aside() {
        model.open(FILES.resolve("st_gru.safetensors"));
        assertThat(model.reading().get()).isTrue();
        worker.remove().run();
        assertThat(model.opened().get()).isNull();
        fx.remove().run();
        assertThat(model.reading().get()).isFalse();
        assertThat(opened().name()).isEqualTo("st_gru.safetensors");
    }

    @Test
    @DisplayName("are chosen at once if there is one layer")
    void only() {
        open("st_model_char.safetensors");
        assertThat(chosen().layer()).isEqualTo("rnn.l0");
        assertThat(chosen().file()).isEqualTo("st_model_char.safetensors");
        assertThat(chosen().weights().outputs()).isEqualTo(11);
        assertThat(chosen().convention()).isEqualTo(Convention.PYTORCH);
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    @DisplayName("wait for a choice if there are several, and for another after that")
    void several() {
        open("st_model_2layer_bi.safetensors");
        assertThat(opened().layers())
                .extracting(OpenedModel.Layer::name)
                .containsExactly("rnn.l0", "rnn.l0_reverse", "rnn.l1", "rnn.l1_reverse");
        assertThat(opened().unsupported()).isNotEmpty();
        assertThat(model.chosen().get()).isNull();
        model.choose("rnn.l1_reverse");
        finish();
        assertThat(chosen().reverse()).isTrue();
        assertThat(chosen().weights().inputs()).isEqualTo(12);
        model.choose("rnn.l0");
        finish();
        assertThat(chosen().weights().inputs()).isEqualTo(4);
    }

    @Test
    @DisplayName("whose file does not say the convention are read once it was said")
    void said() {
        open("npz_gru_nobias.npz");
        assertThat(opened().layers().get(0).convention()).isNull();
        assertThat(model.chosen().get()).isNull();
        assertThat(model.notice().get()).contains("nothing in the file tells where the reset gate acts");
        model.say(ResetPosition.AFTER, null, null);
        finish();
        assertThat(model.notice().get()).isEmpty();
        assertThat(chosen().convention()).isEqualTo(Convention.PYTORCH);
        assertThat(opened().layers().get(0).convention()).isEqualTo(Convention.PYTORCH);
    }

    @Test
    @DisplayName("stay as they were when the next file cannot be opened, and the reason is said")
    void kept() {
        open("st_gru.safetensors");
        LoadedWeights before = model.chosen().get();
        open("torch_state_dict.pt");
        assertThat(model.notice().get()).contains("pickle").contains("safetensors.torch.save_file");
        assertThat(model.chosen().get()).isSameAs(before);
        assertThat(opened().name()).isEqualTo("st_gru.safetensors");
        model.choose("l0");
        finish();
        assertThat(model.notice().get()).isEmpty();
        assertThat(chosen().file()).isEqualTo("st_gru.safetensors");
    }

    @Test
    @DisplayName("are doubted where an exporter forgot the reset position, until it is said")
    void doubted() {
        open("../inside/gru-forgotten-reset.onnx");
        assertThat(model.doubted().get()).isTrue();
        assertThat(chosen().convention().reset()).isEqualTo(ResetPosition.BEFORE);
        model.say(ResetPosition.AFTER, null, null);
        finish();
        assertThat(model.doubted().get()).isFalse();
        assertThat(chosen().convention().reset()).isEqualTo(ResetPosition.AFTER);
        model.say(ResetPosition.BEFORE, null, null);
        finish();
        assertThat(model.doubted().get()).isFalse();
        assertThat(chosen().convention().reset()).isEqualTo(ResetPosition.BEFORE);
    }
}
