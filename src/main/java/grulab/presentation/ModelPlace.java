package grulab.presentation;

import grulab.model.Convention;
import grulab.model.EqualCase;
import grulab.model.FrameworkRow;
import grulab.model.SwitchMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;

/** Workspace, selection, edits, twin and axes. */
final class ModelPlace implements Place {
    private final TrainModel model;

    ModelPlace(TrainModel model) {
        this.model = model;
    }

    @Override
    public Map<String, String> now() {
        Map<String, String> place = new LinkedHashMap<>();
        Selection selection = model.selection();
        TwinModel twin = model.twin();
        place.put("workspace", model.workspace().get().name());
        place.put("unit", String.valueOf(selection.unit().get()));
        place.put("time", String.valueOf(selection.time().get()));
        place.put("microStep", String.valueOf(selection.microStep().get()));
        place.put("backward", String.valueOf(model.step().backward().get()));
        place.put("edits", EditText.of(model.step().whatIf().edits().get()));
        place.put("switch", model.convention().mode().get().name());
        place.put("twin.reset", twin.other().get().reset().name());
        place.put("twin.update", twin.other().get().update().name());
        place.put("twin.pairing", twin.pairing().get().name());
        FrameworkRow row = twin.row().get();
        EqualCase equal = twin.equal().get();
        place.put("twin.row", row == null ? "" : row.id());
        place.put("twin.equal", equal == null ? "" : equal.name());
        place.put("logarithmic", String.valueOf(model.logarithmic().get()));
        place.put("perplexity", String.valueOf(model.perplexityAxis().get()));
        return place;
    }

    @Override
    public void go(Map<String, String> place) {
        Selection selection = model.selection();
        model.workspace()
                .set(Place.constant(place, "workspace", model.workspace().get()));
        selection.unit(Place.whole(place, "unit", selection.unit().get()));
        selection.time(Place.whole(place, "time", selection.time().get()));
        set(model.step().backward(), place.get("backward"));
        selection.microStep(
                Place.whole(place, "microStep", selection.microStep().get()));
        model.step().whatIf().replace(EditText.read(place.getOrDefault("edits", "")));
        model.convention().mode().set(Place.constant(place, "switch", SwitchMode.RELABEL));
        set(model.logarithmic(), place.get("logarithmic"));
        set(model.perplexityAxis(), place.get("perplexity"));
        twin(model.twin(), place);
    }

    private static void twin(TwinModel twin, Map<String, String> place) {
        Convention before = twin.other().get();
        Convention other = new Convention(
                Place.constant(place, "twin.reset", before.reset()),
                Place.constant(place, "twin.update", before.update()));
        FrameworkRow.ALL.stream()
                .filter(row -> row.id().equals(place.get("twin.row"))
                        && row.convention().equals(other))
                .findFirst()
                .ifPresentOrElse(twin::choose, () -> twin.other().set(other));
        twin.pairing().set(Place.constant(place, "twin.pairing", twin.pairing().get()));
        twin.equal().set(equal(place.get("twin.equal")));
    }

    private static @Nullable EqualCase equal(@Nullable String name) {
        return Arrays.stream(EqualCase.values())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void set(BooleanProperty property, @Nullable String text) {
        if (text != null) {
            property.set(Boolean.parseBoolean(text));
        }
    }
}
