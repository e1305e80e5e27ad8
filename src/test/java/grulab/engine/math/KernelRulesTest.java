package grulab.engine.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelRulesTest {
    private static final RaceResult VECTOR_WINS = new RaceResult(108, 92);
    private static final RaceResult PLAIN_WINS = new RaceResult(30, 92);

    private final AtomicInteger races = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("the race decides, and its figures are shown")
    void theRaceDecides() {
        KernelChoice vector = rules(null, true, true, VECTOR_WINS).choose();
        assertThat(vector.kind()).isEqualTo(KernelKind.VECTOR);
        assertThat(vector.why()).matches("vector tile, \\d+ bit: 108 GFLOP/s; OpenBLAS 92");
        assertThat(vector.make()).isInstanceOf(VectorKernels.class);

        folder = folder.resolve("other");
        KernelChoice plain = rules(null, true, true, PLAIN_WINS).choose();
        assertThat(plain.kind()).isEqualTo(KernelKind.PLAIN);
        assertThat(plain.why()).matches("OpenBLAS: 92 GFLOP/s; vector tile, \\d+ bit 30");
        assertThat(plain.make()).isInstanceOf(PlainKernels.class);
    }

    @Test
    @DisplayName("a later start chooses as the first did, without a race")
    void theOutcomeIsRemembered() {
        KernelChoice first = rules(null, true, true, PLAIN_WINS).choose();
        KernelChoice later = rules(null, true, true, VECTOR_WINS).choose();
        assertThat(later).isEqualTo(first);
        assertThat(races).hasValue(1);
    }

    @Test
    @DisplayName("a race in which something was not compiled is not remembered")
    void anUnfairRaceIsForgotten() {
        rules(null, true, true, new RaceResult(0.05, 60)).choose();
        assertThat(rules(null, true, true, VECTOR_WINS).choose().kind()).isEqualTo(KernelKind.VECTOR);
        assertThat(races).hasValue(2);
    }

    @Test
    @DisplayName("the system property decides alone, except that nobody can have vectors that are not there")
    void thePropertyDecides() {
        assertThat(rules("plain", true, true, VECTOR_WINS).choose().kind()).isEqualTo(KernelKind.PLAIN);
        assertThat(rules("vector", true, true, PLAIN_WINS).choose().kind()).isEqualTo(KernelKind.VECTOR);
        KernelChoice impossible = rules("vector", false, true, VECTOR_WINS).choose();
        assertThat(impossible.kind()).isEqualTo(KernelKind.PLAIN);
        assertThat(impossible.why()).contains("without the module jdk.incubator.vector");
        assertThat(races).hasValue(0);
    }

    @Test
    @DisplayName("without the module, or an instruction that it needs to be quick, the kernels are plain")
    void vectorsNeedModuleAndInstruction() {
        assertThat(rules(null, false, true, VECTOR_WINS).choose().kind()).isEqualTo(KernelKind.PLAIN);
        KernelChoice old = rules(null, true, false, VECTOR_WINS).choose();
        assertThat(old.kind()).isEqualTo(KernelKind.PLAIN);
        assertThat(old.why()).contains("no fused multiply-add");
        assertThat(races).hasValue(0);
    }

    @Test
    @DisplayName("where OpenBLAS cannot be loaded there is nothing to race against")
    void withoutOpenBlasVectorsRunAlone() {
        KernelRules rules = new KernelRules(null, true, true, () -> false, this::noRace, memory());
        assertThat(rules.choose().kind()).isEqualTo(KernelKind.VECTOR);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this\\ processor=",
                "this\\ processor=fast slow",
                "this\\ processor=1 2 3",
                "this\\ processor=NaN 5",
                "\\u00zz",
                ""
            })
    @DisplayName("a file that says nothing sensible is as none")
    void aDamagedFileIsAsNone(String content) throws IOException {
        Files.writeString(memory().file(), content);
        assertThat(memory().read()).isNull();
        assertThat(rules(null, true, true, VECTOR_WINS).choose().kind()).isEqualTo(KernelKind.VECTOR);
        assertThat(memory().read()).isEqualTo(VECTOR_WINS);
    }

    @Test
    @DisplayName("a place that cannot be written is no error")
    void anUnwritablePlaceIsNoError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        RaceMemory nowhere = new RaceMemory(file.resolve("kernels.properties"), "this processor");
        nowhere.write(VECTOR_WINS);
        assertThat(nowhere.read()).isNull();
    }

    @Test
    @DisplayName("each processor, vector width and Java has an outcome of its own")
    void outcomesAreKeptApart() {
        memory().write(VECTOR_WINS);
        RaceMemory other = new RaceMemory(memory().file(), "another, 128 bit: Java = 25");
        assertThat(other.read()).isNull();
        other.write(PLAIN_WINS);
        assertThat(other.read()).isEqualTo(PLAIN_WINS);
        assertThat(memory().read()).isEqualTo(VECTOR_WINS);
        assertThat(RaceMemory.ofThisUser().key()).contains("Java " + Runtime.version());
    }

    @Test
    @DisplayName("the file lies where the system keeps what can be made again")
    void theFileLiesInTheCache() {
        assertThat(cache("Linux", null, null)).isEqualTo(Path.of("/home/me/.cache/gru-lab"));
        assertThat(cache("Linux", "XDG_CACHE_HOME", "/fast")).isEqualTo(Path.of("/fast/gru-lab"));
        assertThat(cache("Linux", "XDG_CACHE_HOME", " ")).isEqualTo(Path.of("/home/me/.cache/gru-lab"));
        assertThat(cache("Mac OS X", null, null)).isEqualTo(Path.of("/home/me/Library/Caches/gru-lab"));
        assertThat(cache("Windows 11", "LOCALAPPDATA", "/local")).isEqualTo(Path.of("/local/gru-lab"));
        assertThat(RaceMemory.folder(name -> name.equals("grulab.cache") ? "/given" : "Linux", name -> null))
                .isEqualTo(Path.of("/given"));
    }

    private static Path cache(String system, @Nullable String variable, @Nullable String value) {
        return RaceMemory.folder(
                name -> switch (name) {
                    case "os.name" -> system;
                    case "user.home" -> "/home/me";
                    default -> null;
                },
                name -> name.equals(variable) ? value : null);
    }

    private KernelRules rules(@Nullable String wish, boolean module, boolean fused, RaceResult result) {
        return new KernelRules(
                wish,
                module,
                fused,
                () -> true,
                () -> {
                    races.incrementAndGet();
                    return result;
                },
                memory());
    }

    private RaceResult noRace() {
        throw new AssertionError("nobody to race against");
    }

    private RaceMemory memory() {
        return new RaceMemory(folder.resolve("kernels.properties"), "this processor");
    }
}
