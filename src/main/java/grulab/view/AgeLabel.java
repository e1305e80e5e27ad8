package grulab.view;

import grulab.control.Numbers;
import grulab.presentation.PictureAge;
import grulab.presentation.TrainModel;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Says how old the picture is, where it is older than a second while training goes on. */
final class AgeLabel {
    private AgeLabel() {}

    static Label of(Workbench bench) {
        TrainModel model = bench.model();
        PictureAge age = model.pictureAge();
        Texts texts = bench.texts();
        Label label = Labels.of(
                texts.bind(
                        () -> texts.of("status.age", Numbers.fixed(age.seconds().get(), 1)), age.seconds()),
                "warn");
        label.setId("picture-age");
        Glyph glyph = new Glyph("warning");
        glyph.getStyleClass().add("warn");
        label.setGraphic(glyph);
        Labels.shown(label, age.seconds().map(s -> s.doubleValue() > 0));
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(200), e -> age.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        Runnable follow = () -> {
            if (model.state().get().running()) {
                clock.play();
            } else {
                clock.stop();
            }
        };
        model.state().addListener((o, old, now) -> follow.run());
        follow.run();
        return label;
    }
}
