package grulab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, as a user starts it on a machine whose display is not there. */
class LauncherTest {
    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath(),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("DISPLAY", ":9999");
        Process process = builder.start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("ended").isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** Surefire's own is one jar that names the rest. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void withoutADisplayTheTourTrainsAndLeavesScreensMetricsAndALab() throws Exception {
        Ended tour = run();

        assertThat(tour.code()).as(tour.out() + tour.err()).isZero();
        assertThat(tour.err()).contains("taking the tour off-screen");
        assertThat(tour.out()).contains("Below the bigram baseline").contains("h differs by at most 0.0e+00");
        Path left = folder.resolve("gru-lab-tour");
        try (Stream<Path> files = Files.list(left)) {
            List<Path> pictures =
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
            assertThat(pictures).hasSize(12);
            for (Path picture : pictures) {
                BufferedImage image = ImageIO.read(picture.toFile());
                boolean small = picture.getFileName().toString().contains("small");
                assertThat(image.getWidth()).isEqualTo(small ? 2048 : 2880);
                assertThat(image.getHeight()).isEqualTo(small ? 1400 : 1800);
                assertThat(colours(image)).as(picture.toString()).isGreaterThan(100);
            }
        }
        assertThat(Files.readAllLines(left.resolve("metrics.csv"))).hasSizeGreaterThan(100);

        Path picture = folder.resolve("again.png");
        Ended render = run(
                "render",
                "--lab",
                "gru-lab-tour/trained.grulab",
                "--size",
                "1024x700",
                "--scale",
                "1",
                "--theme",
                "dark",
                "--lang",
                "zh",
                "--out",
                picture.toString());
        assertThat(render.code()).as(render.err()).isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1024);
    }

    @Test
    void aDamagedLabIsRefusedInOneLine() throws Exception {
        Files.writeString(folder.resolve("broken.grulab"), "this is no lab");

        Ended render = run("render", "--lab", "broken.grulab", "--out", "x.png");

        assertThat(render.code()).isEqualTo(2);
        assertThat(render.err().lines()).hasSize(1).first().asString().contains("broken.grulab");
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    @Test
    void aStepThatTheLabHasNotIsRefusedInOneLine() throws Exception {
        Ended render = run("render", "--workspace", "step", "--t", "33", "--out", "x.png");

        assertThat(render.code()).isEqualTo(2);
        assertThat(render.err().lines())
                .containsExactly("gru-lab render: --t must be a whole number from 1 to 32 in this lab, not 33");
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    private static long colours(BufferedImage image) {
        return Stream.iterate(0, x -> x < image.getWidth(), x -> x + 7)
                .flatMap(x -> Stream.iterate(0, y -> y < image.getHeight(), y -> y + 7)
                        .map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }
}
