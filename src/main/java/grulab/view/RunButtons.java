package grulab.view;

import grulab.presentation.TrainModel;
import javafx.scene.control.Button;

/** Train, one batch, one epoch: in the experiment panel, and in the top bar where the panel is a drawer. */
final class RunButtons {
    private RunButtons() {}

    /** @param brief in few words, for a bar */
    static Button train(Workbench bench, String id, boolean brief) {
        TrainModel model = bench.model();
        Button train = Buttons.of(id, "primary");
        Glyph glyph = new Glyph("play");
        train.setGraphic(glyph);
        train.textProperty()
                .bind(bench.texts().bind(() -> bench.texts().of(words(model, brief)), model.state(), model.anew()));
        model.state().addListener((o, old, now) -> glyph.show(now.running() ? "pause" : "play"));
        glyph.show(model.state().get().running() ? "pause" : "play");
        train.disableProperty().bind(model.canTrain().not());
        train.setOnAction(e -> model.trainOrPause());
        return train;
    }

    private static String words(TrainModel model, boolean brief) {
        if (model.state().get().running()) {
            return "experiment.pause";
        }
        return switch (model.anew().getValue()) {
            case NO -> "experiment.train";
            case TEXT -> brief ? "experiment.train.text.brief" : "experiment.train.text";
            case SETTINGS -> brief ? "experiment.train.settings.brief" : "experiment.train.settings";
        };
    }

    static Button batch(Workbench bench, String id) {
        return button(bench, id, "experiment.batch", bench.model()::oneBatch);
    }

    static Button epoch(Workbench bench, String id) {
        return button(bench, id, "experiment.epoch", bench.model()::oneEpoch);
    }

    private static Button button(Workbench bench, String id, String key, Runnable command) {
        Button button = Buttons.of(bench.texts(), id, key);
        button.disableProperty().bind(bench.model().canTrain().not());
        button.setOnAction(e -> command.run());
        return button;
    }
}
