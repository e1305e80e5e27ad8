package grulab.view;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.control.UnitSorting;
import grulab.model.Convention;
import grulab.model.Edit;
import grulab.model.Pairing;
import grulab.model.Quantity;
import grulab.model.ResetPosition;
import grulab.model.SwitchMode;
import grulab.model.UpdateMeaning;
import grulab.presentation.Workspace;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab opens where it was saved: the step, its sums and what became of them are the same, pixel for pixel. */
class PlaceTest extends WindowFixture {
    private static final int TEXT = 190;

    @TempDir
    Path folder;

    @Test
    void aLabOpensAtTheExactSpot() {
        oneBatch();
        robot.interact(() -> {
            model.workspace().set(Workspace.STEP);
            model.selection().unit(7);
            model.selection().time(11);
            model.selection().microStep(3);
            model.step().backward().set(false);
            model.step().whatIf().add(new Edit.Value(Quantity.RESET, 2, 4, 7, 0.25));
            model.step().whatIf().add(new Edit.Input(5, 3));
            model.step().whatIf().add(new Edit.Start(Quantity.STATE, 1, -0.5));
            model.step().whatIf().add(new Edit.Weight("W_hn", 8, 1.5));
            model.convention().mode().set(SwitchMode.KEEP_WEIGHTS);
            model.twin().other().set(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
            model.twin().pairing().set(Pairing.SAME_WEIGHTS);
            model.logarithmic().set(false);
        });
        robot.clickOn("#outcome-memory");
        robot.interact(() -> window.sort(UnitSorting.HALF_LIFE));
        until(() -> !model.step().computing().get() && model.step().edits().size() == 4);
        WritableImage before = picture();
        Path file = folder.resolve("spot.grulab");
        robot.interact(() -> model.save(file));
        until(() -> !model.keeping().unsaved().get());
        robot.interact(() -> {
            model.dismiss();
            model.workspace().set(Workspace.TRAIN);
            model.selection().unit(0);
            model.selection().time(0);
            model.step().whatIf().reset();
            model.convention().mode().set(SwitchMode.RELABEL);
            model.twin().other().set(Convention.PYTORCH);
            model.logarithmic().set(true);
            window.sort(UnitSorting.INDEX);
        });
        oneBatch();
        robot.interact(() -> model.open(file));
        discardIfAsked();
        until(() -> model.workspace().get() == Workspace.STEP
                && !model.step().computing().get()
                && model.step().edits().size() == 4);
        assertThat(model.selection().unit().get()).isEqualTo(7);
        assertThat(model.selection().time().get()).isEqualTo(11);
        assertThat(model.selection().microStep().get()).isEqualTo(3);
        assertThat(model.convention().mode().get()).isEqualTo(SwitchMode.KEEP_WEIGHTS);
        assertThat(model.twin().other().get()).isEqualTo(new Convention(ResetPosition.BEFORE, UpdateMeaning.ADMIT));
        assertThat(model.twin().pairing().get()).isEqualTo(Pairing.SAME_WEIGHTS);
        assertThat(model.logarithmic().get()).isFalse();
        assertThat(different(before, picture())).isZero();
    }

    private WritableImage picture() {
        WritableImage[] image = {null};
        robot.interact(() -> image[0] = window.picture(1440, 900, 1));
        return image[0];
    }

    private static int different(WritableImage a, WritableImage b) {
        PixelReader one = a.getPixelReader();
        PixelReader other = b.getPixelReader();
        int count = 0;
        // above are the history of weights, which goes with the run, and the frame of the focus
        for (int y = TEXT; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += one.getArgb(x, y) == other.getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
