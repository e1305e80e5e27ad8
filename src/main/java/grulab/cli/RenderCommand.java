package grulab.cli;

import grulab.cli.Screens.Moment;
import grulab.cli.Screens.Rendering;
import grulab.model.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "render",
        sortOptions = false,
        description = {"Draws the real screen off-screen, into a PNG.", ""},
        footer = {
            "",
            "Example: gru-lab render --workspace step --t 13 --micro 4 --unit 14 --lab my.grulab --out step.png"
        })
final class RenderCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final int NARROWEST = 1024;
    private static final int LOWEST = 700;
    private static final int WIDEST = 3840;
    private static final int HIGHEST = 2160;
    private static final int MOST_MICRO_STEPS = 6;

    @Option(names = "--workspace", paramLabel = "NAME", description = "train, step or conventions (default: train)")
    private String workspace = "train";

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "a saved lab (default: the experiment that the lab opens with, not trained)")
    private @Nullable String lab;

    @Option(names = "--t", paramLabel = "N", description = "the selected time step, from 1")
    private @Nullable String time;

    @Option(names = "--unit", paramLabel = "K", description = "the selected unit, from 1")
    private @Nullable String unit;

    @Option(
            names = "--micro",
            paramLabel = "M",
            description =
                    "how far into the step, from 1 to the number of its micro-steps: 6, of an RNN 2 (default: all)")
    private @Nullable String micro;

    @Option(
            names = "--progress",
            paramLabel = "P",
            description = "how far into the micro-step's movement, from 0 to 1 (default: 1)")
    private String progress = "1";

    @Option(names = "--backward", description = "the way of the gradient, with --workspace step")
    private boolean backward;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "logical pixels, from 1024x700 to 3840x2160 (default: 1440x900)")
    private String size = "1440x900";

    @Option(names = "--scale", paramLabel = "X", description = "device pixels a logical pixel, 1 to 4 (default: 2)")
    private String scale = "2";

    @Option(names = "--theme", paramLabel = "light|dark", description = "(default: light)")
    private String theme = "light";

    @Option(names = "--lang", paramLabel = "en|zh", description = "(default: en)")
    private String language = "en";

    @Option(names = "--projector", description = "as the projector mode shows it")
    private boolean projector;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the picture, a PNG")
    private String out = "";

    private final Console console;
    private final Screens screens;

    RenderCommand(Console console, Screens screens) {
        this.console = console;
        this.screens = screens;
    }

    @Override
    public Integer call() throws Exception {
        Given.choice("--workspace", workspace, List.of("train", "step", "conventions"));
        Moment moment = moment();
        int[] pixels = pixels();
        double factor = Given.number("--scale", scale, 1, 4);
        boolean dark = Given.choice("--theme", theme, List.of("light", "dark")).equals("dark");
        Given.choice("--lang", language, List.of("en", "zh"));
        Path target = WholeFile.checked("--out", out);
        Path from = lab == null ? null : Given.path("--lab", lab);
        if (from != null && !Files.exists(from)) {
            throw new BadRequest(
                    "--lab %s does not exist; give a .grulab file".formatted(Given.shown(String.valueOf(lab))));
        }
        screens.render(
                new Rendering(workspace, moment, from, pixels[0], pixels[1], factor, dark, language, projector, target),
                console);
        return 0;
    }

    private Moment moment() {
        if (backward && !workspace.equals("step")) {
            throw new BadRequest("--backward needs --workspace step");
        }
        return new Moment(
                place("--t", time, (int) Setting.STEPS.largest()),
                place("--unit", unit, (int) Setting.HIDDEN.largest()),
                place("--micro", micro, MOST_MICRO_STEPS),
                Given.number("--progress", progress, 0, 1),
                backward);
    }

    /** Whether the lab has as many is known once it is open. */
    private static int place(String option, @Nullable String text, int most) {
        return text == null ? 0 : (int) Given.whole(option, text, 1, most);
    }

    private int[] pixels() {
        Matcher match = SIZE.matcher(size);
        if (match.matches()) {
            int width = Integer.parseInt(match.group(1));
            int height = Integer.parseInt(match.group(2));
            if (width >= NARROWEST && width <= WIDEST && height >= LOWEST && height <= HIGHEST) {
                return new int[] {width, height};
            }
        }
        throw new BadRequest("--size must be WIDTHxHEIGHT from %dx%d to %dx%d, not '%s'"
                .formatted(NARROWEST, LOWEST, WIDEST, HIGHEST, Given.shown(size)));
    }
}
