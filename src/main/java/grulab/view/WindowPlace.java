package grulab.view;

import grulab.presentation.Place;
import grulab.view.ConventionsWorkspace.Page;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/**
 * Order of units, opened panes and projector.
 *
 * @param memory whether the Step workspace shows what units remember, in the place of the prediction
 */
record WindowPlace(StackPanel stack, ObjectProperty<Page> page, BooleanProperty memory, BooleanProperty projector)
        implements Place {
    @Override
    public Map<String, String> now() {
        return Map.of(
                "order", stack.sorting().name(),
                "page", page.get().name(),
                "memory", String.valueOf(memory.get()),
                "projector", String.valueOf(projector.get()));
    }

    @Override
    public void go(Map<String, String> place) {
        stack.sort(Place.constant(place, "order", stack.sorting()));
        page.set(Place.constant(place, "page", page.get()));
        memory.set(Boolean.parseBoolean(place.get("memory")));
        projector.set(Boolean.parseBoolean(place.get("projector")));
    }
}
