package grulab.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What needs a screen, or something to draw one on. The program's main class brings it. */
public interface Screens {
    /**
     * Opens the lab and returns when it is closed; where there is no display, says so and takes the off-screen tour.
     *
     * @return exit code
     */
    int open(Console console) throws Exception;

    /**
     * Opens the lab with a file in it, a lab or a model, and returns when it is closed; {@link BadRequest} where the file
     * cannot be read, or there is no display.
     *
     * @return exit code
     */
    int open(Path file, Console console) throws Exception;

    /** Draws a screen off-screen; {@link BadRequest} if what is wished for cannot be drawn. */
    void render(Rendering rendering, Console console) throws Exception;

    /**
     * A picture that is wished for.
     *
     * @param workspace train, step or conventions
     * @param moment what is selected
     * @param lab the experiment on it, or null for the one that the lab opens with
     * @param width logical pixels
     * @param height logical pixels
     * @param scale device pixels a logical pixel
     * @param language en or zh
     * @param projector as F11 shows it
     * @param out PNG
     */
    record Rendering(
            String workspace,
            Moment moment,
            @Nullable Path lab,
            int width,
            int height,
            double scale,
            boolean dark,
            String language,
            boolean projector,
            Path out) {}

    /**
     * What is selected on it, counted from 1 as on the screen; 0 for what the lab opens with.
     *
     * @param t time step
     * @param unit hidden unit
     * @param micro micro-step
     * @param progress of that micro-step's movement: 0 before it, 1 when it is done
     * @param backward whether the gradient is walked
     */
    record Moment(int t, int unit, int micro, double progress, boolean backward) {
        public static final Moment FIRST = new Moment(0, 0, 0, 1, false);
    }
}
