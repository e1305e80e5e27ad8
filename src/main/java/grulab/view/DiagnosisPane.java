package grulab.view;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;

/** Which convention made numbers that came from elsewhere. */
final class DiagnosisPane extends Region {
    DiagnosisPane(Workbench bench, ObjectProperty<ConventionsWorkspace.Page> page) {
        setId("diagnosis");
        getStyleClass().add("panel");
    }
}
