package grulab.interop.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.interop.file.ModelLayer;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    private static final ModelHints NONE = ModelHints.NONE;

    private static MemoryArrays twoLayersBothWays() {
        MemoryArrays file = new MemoryArrays();
        for (String suffix : List.of("_l0", "_l0_reverse")) {
            file.withTorch("encoder.rnn.", suffix, 3, 4, 6);
        }
        for (String suffix : List.of("_l1", "_l1_reverse")) {
            file.withTorch("encoder.rnn.", suffix, 3, 12, 6);
        }
        return file;
    }

    @Test
    void eachLayerAndDirectionOfAStackIsALayer() throws BadModel {
        ModelFile model = ModelFile.of("m", twoLayersBothWays(), NONE);
        assertThat(model.layers())
                .extracting(LayerOutline::name)
                .containsExactly(
                        "encoder.rnn.l0", "encoder.rnn.l0_reverse", "encoder.rnn.l1", "encoder.rnn.l1_reverse");
        assertThat(model.layers()).extracting(LayerOutline::inputs).containsExactly(4, 4, 12, 12);
        assertThat(model.layers()).extracting(LayerOutline::reverse).containsExactly(false, true, false, true);
        assertThat(model.layers()).allSatisfy(layer -> {
            assertThat(layer.cell()).isEqualTo(CellType.GRU);
            assertThat(layer.convention()).isEqualTo(Convention.PYTORCH);
            assertThat(layer.hidden()).isEqualTo(6);
        });
    }

    @Test
    void onlyTheNumbersOfTheChosenLayerAreRead() throws BadModel {
        MemoryArrays file = twoLayersBothWays();
        ModelFile model = ModelFile.of("m", file, NONE);
        assertThat(file.read).isEmpty();
        model.layer("l1");
        assertThat(file.read)
                .containsExactlyInAnyOrder(
                        "encoder.rnn.weight_ih_l1",
                        "encoder.rnn.weight_hh_l1",
                        "encoder.rnn.bias_ih_l1",
                        "encoder.rnn.bias_hh_l1");
    }

    @ParameterizedTest
    @CsvSource({
        "encoder.rnn.l0, encoder.rnn.l0",
        "l0, encoder.rnn.l0",
        "_l0, encoder.rnn.l0",
        "rnn._l0_reverse, encoder.rnn.l0_reverse",
        "encoder/rnn/l1, encoder.rnn.l1",
        "l1_reverse, encoder.rnn.l1_reverse",
        "decoder, decoder.cell",
        "cell, decoder.cell"
    })
    void aPartOfANameIsEnoughIfNoOtherLayerHasIt(String asked, String meant) throws BadModel {
        MemoryArrays file = twoLayersBothWays().withTorch("decoder.cell.", "", 4, 3, 5);
        assertThat(ModelFile.of("m", file, NONE).layer(asked).name()).isEqualTo(meant);
    }

    @Test
    void aNameThatNoneOrSeveralHaveIsAnsweredWithTheNames() throws BadModel {
        ModelFile model = ModelFile.of("m.npz", twoLayersBothWays(), NONE);
        String names = "encoder.rnn.l0, encoder.rnn.l0_reverse, encoder.rnn.l1, encoder.rnn.l1_reverse";
        assertAsked(model, "m.npz: there are 4 layers; say which: " + names, "--layer NAME");
        assertThatThrownBy(() -> model.layer("encoder"))
                .hasMessage("m.npz: more than one layer is called 'encoder'; there are " + names);
        assertThatThrownBy(() -> model.layer("l2")).hasMessage("m.npz: no layer is called 'l2'; there are " + names);
    }

    @ParameterizedTest
    @CsvSource({"3, GRU", "4, LSTM", "1, RNN"})
    void theCellIsToldByTheRowsOfAUnit(int gates, CellType cell) throws BadModel {
        MemoryArrays file = new MemoryArrays().withTorch("", "", gates, 4, 6);
        ModelLayer layer = ModelFile.of("m", file, NONE).layer(null);
        assertThat(layer.weights().cell()).isEqualTo(cell);
        assertThat(layer.name()).isEqualTo(cell.id());
    }

    @Test
    void aStateDictMayHoldMuchElse() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .with("stem.conv.weight", 8, 1, 3, 3)
                .with("stem.bn.weight", 8)
                .with("stem.bn.bias", 8)
                .with("stem.bn.running_mean", 8)
                .withIntegers("stem.bn.num_batches_tracked")
                .with("embedding.weight", 28, 4)
                .withTorch("rnn.", "_l0", 3, 4, 6)
                .with("norm.weight", 6)
                .with("fc.weight", 28, 6)
                .with("fc.bias", 28);
        ModelFile model = ModelFile.of("m", file, NONE);
        ModelLayer layer = model.layer(null);
        assertThat(layer.name()).isEqualTo("rnn.l0");
        assertThat(layer.weights().outputs()).isEqualTo(28);
        assertThat(layer.weights().get("b_q")).isEqualTo(file.get("fc.bias").values());
        // nn.Linear keeps [V][H], the lab [H][V]
        assertThat(layer.weights().get("W_hq")[2 * 28 + 5])
                .isEqualTo(file.get("fc.weight").values()[5 * 6 + 2]);
        assertThat(model.outline(null).embedding()).isEqualTo(new Embedding("embedding.weight", 28, 4));
        assertThat(model.unsupported())
                .containsExactly(
                        "stem.conv.weight, stem.bn.weight, stem.bn.bias, stem.bn.running_mean, norm.weight: no part of"
                                + " a recurrent layer or of what stands around it, left out");
    }

    @Test
    void aHeadStandsBehindTheLastLayerAlone() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .withTorch("rnn.", "_l0", 3, 6, 6)
                .withTorch("rnn.", "_l1", 3, 6, 6)
                .with("fc.weight", 9, 6)
                .with("fc.bias", 9);
        assertThat(ModelFile.of("m", file, NONE).layers())
                .extracting(LayerOutline::outputs)
                .containsExactly(0, 9);
    }

    @Test
    void whatReadsBothDirectionsIsNoHeadOfOne() throws BadModel {
        MemoryArrays file = twoLayersBothWays().with("fc.weight", 9, 12).with("fc.bias", 9);
        // an encoder whose directions are added up
        MemoryArrays added = twoLayersBothWays().with("fc.weight", 9, 6).with("fc.bias", 9);
        for (MemoryArrays each : List.of(file, added)) {
            ModelFile model = ModelFile.of("m", each, NONE);
            assertThat(model.layers()).extracting(LayerOutline::outputs).containsOnly(0);
            assertThat(model.unsupported()).singleElement().asString().startsWith("fc.weight, fc.bias: ");
        }
    }

    @Test
    void ofSeveralLinearLayersTheNearestIsTheHeadAndNoneIfThatIsUndecided() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .withTorch("encoder.rnn.", "_l0", 3, 4, 6)
                .withTorch("decoder.rnn.", "_l0", 3, 4, 6)
                .with("decoder.out.weight", 9, 6)
                .with("decoder.out.bias", 9);
        assertThat(ModelFile.of("m", file, NONE).layers())
                .extracting(LayerOutline::outputs)
                .containsExactly(0, 9);
        MemoryArrays two = new MemoryArrays()
                .withTorch("rnn.", "_l0", 3, 4, 6)
                .with("a.weight", 9, 6)
                .with("a.bias", 9)
                .with("b.weight", 7, 6)
                .with("b.bias", 7);
        ModelFile model = ModelFile.of("m", two, NONE);
        assertThat(model.outline(null).outputs()).isZero();
        assertThat(model.unsupported())
                .contains(
                        "rnn.l0: each of the linear layers a.weight, b.weight could stand behind it, none is taken as its"
                                + " head");
    }

    @Test
    void ofTwoKerasLayersTheHeadIsBehindTheOneThatReadsTheOther() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .with("embedding/embeddings", 9, 4)
                .withKeras("gru/gru_cell/", 4, 6)
                .withKeras("gru_1/gru_cell/", 6, 6)
                .with("dense/kernel", 6, 9)
                .with("dense/bias", 9);
        ModelFile model = ModelFile.of("m", file, NONE);
        assertThat(model.layers()).extracting(LayerOutline::outputs).containsExactly(0, 9);
        assertThat(model.outline("gru").embedding()).isNotNull();
        assertThat(model.outline("gru_1").embedding()).isNull();
        // all of one size: the order cannot be told
        MemoryArrays square = new MemoryArrays()
                .with("embedding/embeddings", 9, 6)
                .withKeras("gru/gru_cell/", 6, 6)
                .withKeras("gru_1/gru_cell/", 6, 6)
                .with("dense/kernel", 6, 9)
                .with("dense/bias", 9);
        ModelFile undecided = ModelFile.of("m", square, NONE);
        assertThat(undecided.layers()).extracting(LayerOutline::outputs).containsOnly(0);
        assertThat(undecided.layers()).extracting(LayerOutline::embedding).containsOnlyNulls();
        assertThat(undecided.unsupported())
                .contains(
                        "dense/kernel: several layers could be the one that it stands behind, it is taken for nobody's"
                                + " head");
    }

    @Test
    void theFirstOfSeveralLinearLayersInARowMakesNoLogits() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .withTorch("rnn.", "_l0", 3, 4, 6)
                .with("head.0.weight", 32, 6)
                .with("head.0.bias", 32)
                .with("head.2.weight", 9, 32)
                .with("head.2.bias", 9);
        ModelFile model = ModelFile.of("m", file, NONE);
        assertThat(model.outline(null).outputs()).isZero();
        assertThat(model.unsupported())
                .contains("head.0.weight: other linear layers follow it, so that it gives no logits of rnn.l0");
    }

    @Test
    void arraysWithoutNamesAreReadInTheirOrder() throws BadModel {
        // ten arrays, so that arr_10 must not come before arr_2; a square kernel, so that only the order tells
        MemoryArrays file = new MemoryArrays()
                .with("arr_0", 11, 6)
                .with("arr_1", 6, 18)
                .with("arr_10", 9)
                .with("arr_2", 6, 18)
                .with("arr_3", 2, 18)
                .with("arr_4", 6, 18)
                .with("arr_5", 6, 18)
                .with("arr_6", 18)
                .with("arr_9", 6, 9);
        ModelFile model = ModelFile.of("m", file, NONE);
        assertThat(model.layers()).extracting(LayerOutline::name).containsExactly("arr_1", "arr_4");
        assertThat(model.layers()).extracting(LayerOutline::outputs).containsExactly(0, 9);
        assertThat(model.outline("arr_1").embedding()).isEqualTo(new Embedding("arr_0", 11, 6));
        assertThat(model.layer("arr_1").convention()).isEqualTo(Convention.PYTORCH);
        assertThat(model.layer("arr_4").convention().reset()).isEqualTo(ResetPosition.BEFORE);
        // column 6 is the first of r, row 2 the third input
        assertThat(model.layer("arr_1").weights().get("W_ir")[2])
                .isEqualTo(file.get("arr_1").values()[2 * 18 + 6]);
        assertThat(model.layer("arr_1").weights().get("W_hr")[2])
                .isEqualTo(file.get("arr_2").values()[2 * 18 + 6]);
    }

    @Test
    void kerasNamesBothDirectionsAndWhatItsVariablesEndIn() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .withKeras("bidirectional/forward_gru/gru_cell/", 4, 6)
                .withKeras("bidirectional/backward_gru/gru_cell/", 4, 6)
                .with("tf/gru_cell/kernel:0", 4, 18)
                .with("tf/gru_cell/recurrent_kernel:0", 6, 18)
                .with("tf/gru_cell/bias:0", 2, 18)
                .with("dense/kernel", 12, 9)
                .with("dense/bias", 9);
        assertThat(ModelFile.of("m", file, NONE).layers())
                .extracting(LayerOutline::name, LayerOutline::reverse)
                .containsExactly(
                        tuple("bidirectional.forward_gru.gru_cell", false),
                        tuple("bidirectional.backward_gru.gru_cell", true),
                        tuple("tf.gru_cell", false));
    }

    @Test
    void aLeadingAxisOfTwoIsBothDirections() throws BadModel {
        MemoryArrays file = new MemoryArrays()
                .with("gru.W", 2, 18, 4)
                .with("gru.R", 2, 18, 6)
                .with("gru.B", 2, 36);
        ModelFile model = ModelFile.of("m", file, new ModelHints(null, ResetPosition.AFTER, null, null));
        assertThat(model.layers()).extracting(LayerOutline::name).containsExactly("gru", "gru_reverse");
        // ONNX's second block is r; the second direction lies behind the first
        assertThat(model.layer("gru").weights().get("W_ir")[0])
                .isEqualTo(file.get("gru.W").values()[6 * 4]);
        assertThat(model.layer("gru_reverse").weights().get("W_ir")[0])
                .isEqualTo(file.get("gru.W").values()[18 * 4 + 6 * 4]);
        assertThat(model.layer("gru_reverse").reverse()).isTrue();
    }

    @Test
    void withoutABiasKerasDoesNotSayWhereResetActs() throws BadModel {
        MemoryArrays file = new MemoryArrays().with("kernel", 4, 18).with("recurrent_kernel", 6, 18);
        ModelFile silent = ModelFile.of("k.npz", file, NONE);
        assertThat(silent.outline(null).convention()).isNull();
        assertAsked(
                silent,
                "k.npz: gru: nothing in the file tells where the reset gate acts; say it",
                "--reset after or --reset before");
        for (ResetPosition reset : ResetPosition.values()) {
            ModelFile said = ModelFile.of("k.npz", file, new ModelHints(null, reset, null, null));
            assertThat(said.layer(null).convention().reset()).isEqualTo(reset);
            assertThat(said.outline(null).convention()).isEqualTo(new Convention(reset, UpdateMeaning.KEEP));
        }
    }

    @Test
    void theLabsOwnNamesSayNeitherSwitch() throws BadModel {
        MemoryArrays file = new MemoryArrays();
        for (String gate : List.of("r", "z", "n")) {
            file.with("W_i" + gate, 6, 4).with("W_h" + gate, 6, 6).with("b_i" + gate, 6);
        }
        file.with("W_hq", 6, 9).with("b_q", 9);
        assertAsked(
                ModelFile.of("l.npz", file, NONE),
                "l.npz: gru: nothing in the file tells where the reset gate acts and what z means; say it",
                "--reset before or --reset after, and --update keep or --update admit");
        ModelLayer layer = ModelFile.of(
                        "l.npz", file, new ModelHints(null, ResetPosition.BEFORE, UpdateMeaning.ADMIT, null))
                .layer(null);
        assertThat(layer.convention()).isEqualTo(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
        assertThat(layer.weights().get("W_in")).isEqualTo(file.get("W_in").values());
        assertThat(layer.weights().get("W_hq")).isEqualTo(file.get("W_hq").values());
        assertThat(layer.weights().has("b_hr")).isFalse();
    }

    @Test
    void aHintThatTheFileContradictsIsRefused() throws BadModel {
        MemoryArrays file = new MemoryArrays().withTorch("", "_l0", 3, 4, 6);
        assertRefused(
                file,
                new ModelHints(CellType.LSTM, null, null, null),
                "m: l0: by its shapes this is a gru, not the lstm that was asked for",
                "--cell");
        assertRefused(
                file,
                new ModelHints(null, ResetPosition.BEFORE, null, null),
                "m: l0: PyTorch nn.GRU has the reset position after, not before; say nothing of it, or name another layout",
                "--reset, --from");
        assertRefused(
                file,
                new ModelHints(null, null, UpdateMeaning.ADMIT, null),
                "m: l0: in PyTorch nn.GRU z means keep, not admit; say nothing of it, or name another layout",
                "--update, --from");
        assertRefused(
                new MemoryArrays().withTorch("", "_l0", 4, 4, 6),
                new ModelHints(null, ResetPosition.AFTER, null, null),
                "m: l0: an lstm has no reset position and no meaning of z; say nothing of them",
                "leave --reset and --update away");
        assertThat(ModelFile.of("m", file, new ModelHints(CellType.GRU, ResetPosition.AFTER, UpdateMeaning.KEEP, null))
                        .layer(null)
                        .convention())
                .isEqualTo(Convention.PYTORCH);
    }

    private static void assertRefused(MemoryArrays file, ModelHints hints, String said, String how) throws BadModel {
        assertAsked(ModelFile.of("m", file, hints), said, how);
    }

    private static void assertAsked(ModelFile model, String sentence, String options) {
        BadModel refusal = catchThrowableOfType(BadModel.class, () -> model.layer(null));
        assertThat(refusal).hasMessage(sentence).returns(options, BadModel::options);
    }

    @Test
    void aFrameworkThatIsNamedDecidesTheLayout() throws BadModel {
        MemoryArrays file = new MemoryArrays().with("w", 10, 24).with("b", 24);
        assertAsked(
                ModelFile.of("m", file, NONE),
                "m: lstm: the arrays could be those of TensorFlow BlockLSTM, LSTMBlockCell or TensorFlow BlockLSTMV2; say which",
                "--from tensorflow or --from tensorflow-v2");
        ModelLayer layer = ModelFile.of("m", file, new ModelHints(null, null, null, "tensorflow-v2"))
                .layer(null);
        // i f ci o: the second block is f, the rows of x come first
        assertThat(layer.weights().get("W_if")[0]).isEqualTo(file.get("w").values()[6]);
        assertThatThrownBy(() -> ModelFile.of("m", file, new ModelHints(null, null, null, "keras")))
                .hasMessage(
                        "m: its arrays (w, b) are no recurrent layer as Keras GRU, reset_after=True has it, which would be"
                                + " kernel, recurrent_kernel, bias");
        assertThatThrownBy(() -> ModelFile.of("m", file, new ModelHints(null, null, null, "torch")))
                .hasMessageStartingWith("m: no layout is called 'torch'; known are pytorch cudnn keras ");
    }

    @Test
    void whatLooksLikeALayerAndIsNoneThatTheLabKnowsIsNamed() throws BadModel {
        assertThatThrownBy(() -> ModelFile.of(
                        "m",
                        new MemoryArrays()
                                .with("rnn.weight_ih_l0", 24, 4)
                                .with("rnn.weight_hh_l0", 24, 3)
                                .with("rnn.weight_hr_l0", 3, 6),
                        NONE))
                .hasMessage(
                        "m: rnn.l0 has a projection of its state (rnn.weight_hr_l0), which the lab cannot compute; it"
                                + " needs proj_size=0");
        assertThatThrownBy(() -> ModelFile.of(
                        "m", new MemoryArrays().with("weight_ih_l0", 12, 4).with("weight_hh_l0", 12, 6), NONE))
                .hasMessage(
                        "m: l0: the shapes weight_ih_l0 [12, 4], weight_hh_l0 [12, 6] are not those of a GRU, LSTM or"
                                + " RNN");
        assertThatThrownBy(() -> ModelFile.of("m", new MemoryArrays().with("fc.weight", 3, 3), NONE))
                .hasMessage(
                        "m: its arrays (fc.weight) are no recurrent layer; nn.GRU has weight_ih_l0, weight_hh_l0 …, a"
                                + " Keras GRU kernel, recurrent_kernel, bias");
        MemoryArrays mixed = new MemoryArrays()
                .withTorch("good.", "_l0", 3, 4, 6)
                .with("bad.weight_ih_l0", 24, 4)
                .with("bad.weight_hh_l0_g", 24, 1)
                .with("bad.weight_hh_l0_v", 24, 6);
        ModelFile model = ModelFile.of("m", mixed, NONE);
        assertThat(model.layer(null).name()).isEqualTo("good.l0");
        assertThat(model.unsupported().get(0)).startsWith("bad.weight_hh_l0_g is a factor of a weight");
    }

    @Test
    void whatAnRnnAppliesIsAssumed() throws BadModel {
        MemoryArrays file = new MemoryArrays().withTorch("rnn.", "_l0", 1, 4, 6);
        assertThat(ModelFile.of("m", file, NONE).unsupported())
                .containsExactly("rnn.l0: tanh assumed; an RNN may have been given relu, which no file of arrays says");
    }
}
