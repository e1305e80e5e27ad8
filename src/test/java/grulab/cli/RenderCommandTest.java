package grulab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.cli.Screens.Moment;
import grulab.cli.Screens.Rendering;
import grulab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theScreenIsAskedForAsTheOptionsSay() throws IOException {
        Path out = folder.resolve("a.png");
        Path lab = Files.createFile(folder.resolve("a.grulab"));
        assertThat(render("--out " + out).code()).isZero();
        assertThat(render("--workspace train --size 1024x700 --scale 1.5 --theme dark --lang zh --projector --lab "
                                + lab + " --out " + out)
                        .code())
                .isZero();
        assertThat(shell.rendered)
                .containsExactly(
                        new Rendering("train", Moment.FIRST, null, 1440, 900, 2, false, "en", false, out),
                        new Rendering("train", Moment.FIRST, lab, 1024, 700, 1.5, true, "zh", true, out));
    }

    @Test
    void anyMomentOfAStepCanBeAskedFor() {
        Path out = folder.resolve("a.png");
        assertThat(render("--workspace step --t 13 --unit 14 --micro 4 --progress 0.5 --backward --out " + out)
                        .code())
                .isZero();
        assertThat(shell.rendered)
                .containsExactly(new Rendering(
                        "step", new Moment(13, 14, 4, 0.5, true), null, 1440, 900, 2, false, "en", false, out));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --workspace blend  | --workspace must be train or step or conventions, not 'blend'
        --t 0              | --t must be a whole number from 1 to 512, not '0'
        --unit 1.5         | --unit must be a whole number from 1 to 1024, not '1.5'
        --micro 7          | --micro must be a whole number from 1 to 6, not '7'
        --progress 2       | --progress must be a number from 0 to 1, not '2'
        --backward         | --backward needs --workspace step
        --size 800x600     | --size must be WIDTHxHEIGHT from 1024x700 to 3840x2160, not '800x600'
        --size 1440        | --size must be WIDTHxHEIGHT from 1024x700 to 3840x2160, not '1440'
        --size 99999x900   | --size must be WIDTHxHEIGHT from 1024x700 to 3840x2160, not '99999x900'
        --scale 0          | --scale must be a number from 1 to 4, not '0'
        --theme blue       | --theme must be light or dark, not 'blue'
        --lang de          | --lang must be en or zh, not 'de'
        --lab none.grulab  | --lab none.grulab does not exist; give a .grulab file
        """)
    void aWrongRequestIsAnsweredWithWhatWouldBeRight(String options, String sentence) {
        Outcome outcome = render(options + " --out " + folder.resolve("a.png"));
        assertThat(outcome.err()).isEqualTo("gru-lab render: " + sentence + System.lineSeparator());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(shell.rendered).isEmpty();
    }

    private Outcome render(String options) {
        List<String> args = new ArrayList<>(List.of("render"));
        args.addAll(Arrays.asList(options.split(" ")));
        return shell.run(args.toArray(String[]::new));
    }
}
