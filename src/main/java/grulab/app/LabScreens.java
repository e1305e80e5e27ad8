package grulab.app;

import grulab.cli.BadRequest;
import grulab.cli.Console;
import grulab.cli.Screens;
import grulab.control.TexNode;
import grulab.interop.CaseFile;
import grulab.interop.file.ModelHints;
import grulab.interop.weights.ModelFile;
import grulab.presentation.FileKind;
import grulab.presentation.Workspace;
import grulab.service.LabFile;
import grulab.service.UnreadableLab;
import grulab.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;

/** The window where there is a display, memory where there is none. */
final class LabScreens implements Screens {
    /** Set to "off" for the process that draws off-screen because a window could not be opened. */
    private static final String DISPLAY = "grulab.display";

    @Override
    public int open(Console console) throws Exception {
        warnOfMissing(console);
        warmUp();
        if ("off".equals(System.getProperty(DISPLAY)) || !Display.present()) {
            if (System.getProperty(DISPLAY) == null) {
                console.err().println("No display (" + Display.absence() + "): taking the tour off-screen instead.");
            }
            Display.drawOffScreen();
            return new Tour(console).take();
        }
        try {
            Application.launch(LabApplication.class);
            return 0;
        } catch (UnsupportedOperationException e) {
            console.err()
                    .println("No window can be opened (" + e.getMessage() + "): taking the tour off-screen instead.");
            return Restart.with(DISPLAY, "off", new String[0]);
        }
    }

    @Override
    public int open(Path file, Console console) throws Exception {
        String shown = String.valueOf(file.getFileName());
        if ("off".equals(System.getProperty(DISPLAY)) || !Display.present()) {
            throw noWindow(shown, Display.absence());
        }
        switch (FileKind.of(file)) {
            case LAB -> LabFile.read(file);
            case MODEL -> ModelFile.open(file, ModelHints.NONE);
            case CASE -> CaseFile.readCell(file);
            case TEXT -> TextFile.read(file);
        }
        warnOfMissing(console);
        warmUp();
        try {
            Application.launch(LabApplication.class, file.toAbsolutePath().toString());
            return 0;
        } catch (UnsupportedOperationException e) {
            throw noWindow(shown, String.valueOf(e.getMessage()));
        }
    }

    private static BadRequest noWindow(String file, String why) {
        return new BadRequest(("%s cannot be opened in a window (%s); 'gru-lab render --lab' draws a lab, and"
                        + " 'gru-lab trace --model' runs a model")
                .formatted(file, why));
    }

    @Override
    public void render(Rendering wish, Console console) throws IOException, UnreadableLab {
        warnOfMissing(console);
        if (wish.lab() != null) {
            LabFile.read(wish.lab());
        }
        Display.drawOffScreen();
        FxThread.start();
        try (OffScreen screen = OffScreen.of(wish.width(), wish.height(), wish.dark(), wish.language())) {
            if (wish.lab() == null) {
                screen.begin();
            } else {
                screen.open(wish.lab());
            }
            screen.go(Workspace.valueOf(wish.workspace().toUpperCase(Locale.ROOT)), wish.moment());
            screen.projector(wish.projector());
            screen.picture(wish.width(), wish.height(), wish.scale(), wish.out());
        }
        console.out().println(wish.out().toAbsolutePath());
    }

    /** The typesetter takes half a second to wake: beside the toolkit, not after it. */
    private static void warmUp() {
        Thread thread = new Thread(TexNode::warmUp, "warm up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void warnOfMissing(Console console) {
        List<String> missing = Display.missingForText();
        if (!missing.isEmpty()) {
            console.err()
                    .println("JavaFX draws text with " + String.join(", ", missing) + ", not found here. On Debian: "
                            + "apt-get install libpangoft2-1.0-0 fontconfig fonts-dejavu-core");
        }
    }
}
