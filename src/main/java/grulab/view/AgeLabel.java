package grulab.view;

import grulab.control.Numbers;
import grulab.presentation.PictureAge;
import grulab.presentation.TrainModel;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Of which step the picture is and how long ago that was, where that is more than a second while training goes on. */
final class AgeLabel extends Label {
    private final Texts texts;
    private final ReadOnlyObjectProperty<PictureAge.@Nullable Old> old;
    private boolean brief;

    AgeLabel(Workbench bench) {
        TrainModel model = bench.model();
        PictureAge age = model.pictureAge();
        texts = bench.texts();
        old = age.old();
        setId("picture-age");
        getStyleClass().add("warn");
        setMinWidth(USE_PREF_SIZE);
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("warn");
        setGraphic(glyph);
        Labels.tip(this, texts.bind("status.age.spoken"));
        old.addListener(o -> write());
        texts.language().addListener(o -> write());
        write();
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), e -> age.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        Runnable follow = () -> {
            if (model.state().get().running()) {
                clock.play();
            } else {
                clock.stop();
            }
        };
        model.state().addListener((o, was, now) -> follow.run());
        follow.run();
    }

    /** Leaves the step out, for which a narrow window has no room, and which Step says beside it. */
    void brief(boolean now) {
        brief = now;
        write();
    }

    private void write() {
        PictureAge.Old now = old.get();
        setVisible(now != null);
        setManaged(now != null);
        if (now != null) {
            String seconds = Numbers.fixed(now.seconds(), 1);
            setText(
                    brief
                            ? texts.of("status.age.short", seconds)
                            : texts.of("status.age", Numbers.count(now.step()), seconds));
        }
    }
}
