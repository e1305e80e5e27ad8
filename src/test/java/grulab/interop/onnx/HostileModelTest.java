package grulab.interop.onnx;

import static grulab.interop.onnx.EditedModel.HIDDEN;
import static grulab.interop.onnx.EditedModel.floats;
import static grulab.interop.onnx.EditedModel.integer;
import static grulab.interop.onnx.EditedModel.integers;
import static grulab.interop.onnx.EditedModel.number;
import static grulab.interop.onnx.EditedModel.word;
import static grulab.interop.onnx.EditedModel.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.sun.management.ThreadMXBean;
import grulab.interop.file.BadModel;
import grulab.model.CellType;
import grulab.model.Convention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.NodeProto;
import onnx.format.TensorProto.DataLocation;
import onnx.format.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: one sentence, within a second and 64 MB. */
class HostileModelTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MEMORY = 64 << 20;

    static Map<String, Consumer<EditedModel>> edits() {
        Map<String, Consumer<EditedModel>> edits = new LinkedHashMap<>();
        edits.put(
                "weights: W has shape",
                m -> m.stored("W").setDims(1, 3 * HIDDEN + 1).setRawData(zeros(16 * 3)));
        edits.put("sizes count from 0", m -> m.stored("W").setDims(1, -3 * HIDDEN));
        edits.put("no weight is as large", m -> m.stored("W").setDims(1, 1L << 40));
        edits.put("holds 45 numbers", m -> m.stored("W").setDims(1, 100_000));
        edits.put("is too large", m -> m.stored("W").setDims(1, 1 << 30).setDims(2, 1 << 30));
        edits.put("at most 8 are read", m -> m.stored("W").addAllDims(Collections.nCopies(9, 1L)));
        edits.put("holds INT4 numbers", m -> m.stored("W").setDataType(DataType.INT4_VALUE));
        edits.put("holds unknown numbers", m -> m.stored("W").setDataType(99));
        edits.put("R is of whole numbers", m -> m.node().setInput(2, "directions"));
        edits.put("W[0][14][2] is NaN", m -> poison(m, Float.NaN));
        edits.put("W[0][14][2] is Infinity", m -> poison(m, Float.POSITIVE_INFINITY));
        edits.put("hidden_size must be a whole number", m -> m.node().setAttribute(0, word("hidden_size", "5")));
        edits.put("is for 5 units", m -> m.node().setAttribute(0, integer("hidden_size", 6)));
        edits.put("direction must be a word", m -> m.with(integer("direction", 1)));
        edits.put("is there twice", m -> m.with(integer("hidden_size", 5)));
        edits.put("R is missing", m -> m.node().setInput(2, ""));
        edits.put("x is an input of the model", m -> m.node().setInput(1, "x"));
        edits.put("nowhere is nowhere in the model", m -> m.node().setInput(1, "nowhere"));
        edits.put("W made is made of itself", m -> {
            m.through("Identity", "W", new String[0]);
            m.graph().getNodeBuilder(m.graph().getNodeCount() - 1).setInput(0, "W made");
        });
        edits.put("is made by too long a chain", HostileModelTest::chain);
        edits.put("far more numbers than the file holds", HostileModelTest::doubling);
        edits.put("comes out of Relu", m -> m.through("Relu", "W", new String[0]));
        edits.put("is made in two places", m -> m.graph().getNodeBuilder(1).setOutput(0, "Y"));
        edits.put("two stored arrays are called R", m -> m.stored("W").setName("R"));
        edits.put(
                "no axis 9 in an array of 3",
                m -> m.integers("nine", 9).through("Slice", "W", new String[] {"nine", "nine", "nine"}));
        edits.put(
                "a step is 0",
                m -> m.integers("none", 0)
                        .integers("all", Long.MAX_VALUE)
                        .through("Slice", "W", new String[] {"none", "all", "none", "none"}));
        edits.put(
                "Slice maker of W: starts, ends",
                m -> m.integers("one", 1).through("Slice", "W", new String[] {"one"}));
        edits.put(
                "Reshape maker of W: [1][15][3] cannot be put",
                m -> m.integers("size", -1, -1, Long.MAX_VALUE).through("Reshape", "W", new String[] {"size"}));
        edits.put(
                "Transpose maker of W: axis 1 is there twice",
                m -> m.through("Transpose", "W", new String[0], integers("perm", AttributeType.INTS, 1, 1, 0)));
        edits.put(
                "Unsqueeze maker of W: axis 0 is given twice",
                m -> m.integers("axes", 0, 0).through("Unsqueeze", "W", new String[] {"axes"}));
        edits.put(
                "Squeeze maker of W: axis 1 of [1][15][3] is not of size 1",
                m -> m.integers("axes", 1).through("Squeeze", "W", new String[] {"axes"}));
        edits.put(
                "Concat maker of W: [1][15][3] and [1][15][5]",
                m -> m.through("Concat", "W", new String[] {"R"}, integer("axis", 1)));
        edits.put("its clip is -3.0; it must be above 0", m -> m.with(number("clip", -3)));
        edits.put("its activation Gelu is none that ONNX names", m -> m.with(words("activations", "Gelu", "Tanh")));
        edits.put(
                "its activation ThresholdedRelu needs activation_alpha: ONNX and its runtimes do not agree",
                m -> m.with(words("activations", "Sigmoid", "ThresholdedRelu")));
        edits.put("an attribute input_forget, which GRU has not", m -> m.with(integer("input_forget", 1)));
        edits.put("2 are needed", m -> m.with(words("activations", "Sigmoid")));
        edits.put("layout is 2", m -> m.with(integer("layout", 2)));
        edits.put("direction is sideways", m -> m.with(word("direction", "sideways")));
        edits.put("with 2 directions", m -> m.with(word("direction", "bidirectional")));
        edits.put("an attribute magic", m -> m.with(integer("magic", 1)));
        edits.put("lie in a second file", m -> m.stored("W").setDataLocation(DataLocation.EXTERNAL));
        edits.put("segments", m -> m.stored("W").setSegment(ByteString.EMPTY));
        edits.put("an operator of com.microsoft", m -> m.node().setDomain("com.microsoft"));
        edits.put("its nodes are Add, Conv, MatMul, Squeeze", m -> m.node().setOpType("Conv"));
        return edits;
    }

    static Iterable<String> sentences() {
        return edits().keySet();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void whatIsWrongIsSaid(String sentence) {
        EditedModel model = EditedModel.of(CellType.GRU);
        edits().get(sentence).accept(model);
        assertThat(refused(model.bytes())).contains(sentence);
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        assertThat(refused(new byte[0])).contains("the file is empty");
        assertThat(refused("<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8)))
                .contains("no ONNX model");
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})).contains("no ONNX model");
        assertThat(refused(EditedModel.wholeNumbers(1, 2, 3).build().toByteArray()))
                .contains("no ONNX model");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefusedOrSaysTheSame() throws IOException, BadModel {
        byte[] whole = Files.readAllBytes(ExportedModel.path("onnx_gru_legacy.onnx"));
        double[] weights = OnnxFile.read(whole, OnnxFile.Reading.ALONE)
                .layers()
                .get(0)
                .weights()
                .get("W_hn");
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            try {
                OnnxFile file = OnnxFile.read(Arrays.copyOf(whole, length), OnnxFile.Reading.ALONE);
                assertThat(file.layers().get(0).weights().get("W_hn")).isEqualTo(weights);
            } catch (BadModel e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length - 50);
    }

    @Test
    void lengthsThatPromiseTerabytesAreNotBelieved() throws IOException {
        for (long length : new long[] {1L << 31, 1L << 40, Long.MAX_VALUE, -1}) {
            // the graph; in it an initializer; in that its raw bytes
            byte[] graph = nested(7, nested(5, claimed(9, length)));
            assertThat(refused(graph)).contains("no ONNX model");
            assertThat(refused(claimed(7, length))).contains("no ONNX model");
        }
    }

    @Test
    void groupsAreRefused() {
        byte[] groups = new byte[1 << 20];
        Arrays.fill(groups, (byte) 0x7b); // a group of field 15 begins
        assertThat(refused(groups)).contains("a group");
    }

    @Test
    void manySmallPartsDoNotGrow() {
        for (int part : new int[] {
            0x0a00, /* an empty node */ 0x2a00, /* an empty array */ 0x7a00, /* an empty sparse array */
            0x6200, /* an empty output */ 0x3200, /* an empty part that is not known */
            0x3801, /* a number that is not known */
        }) {
            byte[] graph = new byte[4 << 20];
            for (int i = 0; i < graph.length; i += 2) {
                graph[i] = (byte) (part >> 8);
                graph[i + 1] = (byte) part;
            }
            assertThat(refused(nestedQuietly(7, graph))).contains("than a model of a recurrent layer needs");
        }
    }

    @Test
    void manyLayersOfTheSameWeightsEndSomewhere() {
        EditedModel model = EditedModel.of(
                new RandomModel(CellType.GRU, Convention.PYTORCH, 200, 200, 0, RandomModel.Biases.NONE, 3));
        NodeProto node = model.node().build();
        for (int i = 0; i < 10_000; i++) {
            model.graph().addNode(node.toBuilder().clearOutput());
        }
        byte[] bytes = model.bytes();
        long allocated = measured(() -> {
            OnnxFile file = OnnxFile.read(bytes, OnnxFile.Reading.ALONE);
            assertThat(file.unsupported()).anyMatch(s -> s.contains("far more numbers than the file holds"));
        });
        assertThat(allocated).isLessThan(2 * MEMORY);
    }

    /** Its sentence, made within the time and the memory. */
    private static String refused(byte[] bytes) {
        String[] sentence = {""};
        long allocated = measured(() -> {
            try {
                OnnxFile.read(bytes, OnnxFile.Reading.ALONE);
                fail("it was read");
            } catch (BadModel e) {
                sentence[0] = String.valueOf(e.getMessage());
            }
        });
        assertThat(allocated).as(sentence[0]).isLessThan(MEMORY);
        assertThat(sentence[0]).doesNotContain("\n").hasSizeLessThan(400);
        return sentence[0];
    }

    private interface Reading {
        void run() throws BadModel;
    }

    private static long measured(Reading reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        try {
            reading.run();
        } catch (BadModel e) {
            throw new AssertionError(e);
        }
        assertThat(threads.getCurrentThreadCpuTime() - start).isLessThan(SECOND);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static ByteString zeros(int numbers) {
        return floats(new float[numbers]);
    }

    private static void poison(EditedModel model, float value) {
        float[] numbers = new float[3 * HIDDEN * EditedModel.INPUTS];
        numbers[numbers.length - 1] = value;
        model.stored("W").setRawData(floats(numbers));
    }

    private static void chain(EditedModel model) {
        for (int i = 0; i < 2_000; i++) {
            model.graph()
                    .addNode(NodeProto.newBuilder()
                            .setOpType("Identity")
                            .addInput(i == 0 ? "W" : "W" + i)
                            .addOutput("W" + (i + 1)));
        }
        model.node().setInput(1, "W2000");
    }

    private static void doubling(EditedModel model) {
        for (int i = 0; i < 40; i++) {
            String from = i == 0 ? "W" : "W" + i;
            model.graph()
                    .addNode(NodeProto.newBuilder()
                            .setOpType("Concat")
                            .addInput(from)
                            .addInput(from)
                            .addAttribute(integer("axis", 1))
                            .addOutput("W" + (i + 1)));
        }
        model.node().setInput(1, "W40");
    }

    /** A field of bytes that holds these. */
    private static byte[] nested(int field, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeByteArray(field, content);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] nestedQuietly(int field, byte[] content) {
        try {
            return nested(field, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A field of bytes that says how many it has, and has eight. */
    private static byte[] claimed(int field, long length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(field, 2);
        out.writeUInt64NoTag(length);
        out.writeRawBytes(new byte[8]);
        out.flush();
        return bytes.toByteArray();
    }
}
