package grulab.view;

import grulab.control.Look;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/**
 * Two GRUs on the same text, each in its own convention, and how frameworks write theirs. The diagnosis of numbers from
 * elsewhere takes the place of the twins; in a narrow window the frameworks have no room beside them, and are a page too.
 */
final class ConventionsWorkspace extends WorkspaceRegion {
    /** What is shown; beside it, where there is room, the frameworks. */
    enum Page {
        TWINS,
        FRAMEWORKS,
        DIAGNOSIS
    }

    /** Of what is above the outcomes, the twins with their bar; the rest is where they differ. */
    private static final double TWINS = 0.605;
    /** A narrow window leaves the twins more width: their formulas stand on one line. */
    private static final double TWINS_NARROW = 0.53;

    private final Workbench bench;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.TWINS);
    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");
    private final TwinBar bar;
    private final TwinPane first;
    private final TwinPane second;
    private final DeltaPane delta;
    private final OutcomePane firstOutcome;
    private final OutcomePane secondOutcome;
    private final FrameworkColumn frameworks;
    private final DiagnosisPane diagnosis;

    /** @param stack keeps the order of units that all maps and strips share */
    ConventionsWorkspace(Workbench bench, StackPanel stack) {
        this.bench = bench;
        setId("conventions-workspace");
        getStyleClass().add("conventions");
        Labels.style(this, "projected", bench.look().map(Look::projector));
        bar = new TwinBar(bench, page);
        first = new TwinPane(bench, false, stack.order(), opened);
        second = new TwinPane(bench, true, stack.order(), opened);
        delta = new DeltaPane(bench, stack.order(), opened);
        firstOutcome = new OutcomePane(bench, false);
        secondOutcome = new OutcomePane(bench, true);
        frameworks = new FrameworkColumn(bench, page);
        diagnosis = new DiagnosisPane(bench, page);
        getChildren().addAll(twins());
        getChildren().addAll(diagnosis, frameworks);
        page.addListener(o -> requestLayout());
        bench.model().twin().applies().addListener(o -> requestLayout());
    }

    private List<Region> twins() {
        return List.of(bar, first, second, delta, firstOutcome, secondOutcome);
    }

    /** Which of its pages is shown. */
    ObjectProperty<Page> page() {
        return page;
    }

    /** Opens a file of weights for the question why numbers do not match. */
    void open(Path file) {
        page.set(Page.DIAGNOSIS);
        diagnosis.open(file);
    }

    /** Back to the twins; false if they are shown already. */
    boolean back() {
        boolean elsewhere = page.get() != Page.TWINS;
        page.set(Page.TWINS);
        return elsewhere;
    }

    @Override
    void arrange(Frame frame) {
        Look look = bench.look().get();
        boolean big = look.projector();
        boolean narrow = frame.narrow() && !big;
        boolean beside = !narrow;
        boolean applies = bench.model().twin().applies().get();
        Page shown = shown(beside, applies);
        twins().forEach(region -> region.setVisible(shown == Page.TWINS));
        diagnosis.setVisible(shown == Page.DIAGNOSIS);
        frameworks.setVisible(beside || shown == Page.FRAMEWORKS);
        bar.narrow(narrow, big);
        frameworks.room(narrow, applies);
        diagnosis.leads(applies, narrow);
        double height = getHeight();
        // a page that is alone leaves its right edge outside the window
        double left = beside ? getWidth() - frame.oneStep() : getWidth() + 1;
        double right = beside ? frame.oneStep() : getWidth();
        Workspaces.place(diagnosis, 0, 0, left, height + 1);
        if (big) {
            double map = Math.rint(0.6 * height);
            double each = Math.rint((height - map) / 2);
            cells(look, left, height + 1, TWINS);
            Workspaces.place(frameworks, left, 0, right + 1, applies ? map : height + 1);
            Workspaces.place(firstOutcome, left, map, right + 1, each);
            Workspaces.place(secondOutcome, left, map + each, right + 1, height - map - each + 1);
        } else {
            double above = height - frame.bottom();
            double half = Math.rint(left / 2);
            cells(look, left, above, narrow ? TWINS_NARROW : TWINS);
            Workspaces.place(firstOutcome, 0, above, half, frame.bottom() + 1);
            Workspaces.place(secondOutcome, half, above, left - half, frame.bottom() + 1);
            Workspaces.place(frameworks, beside ? left : 0, 0, right + 1, height + 1);
        }
    }

    /** Frameworks are a page only where they have no room beside. Cells that have no twins leave their place to the diagnosis. */
    private Page shown(boolean beside, boolean applies) {
        Page wanted = page.get();
        if (wanted == Page.DIAGNOSIS || (wanted == Page.TWINS && applies)) {
            return wanted;
        }
        if (!beside) {
            return Page.FRAMEWORKS;
        }
        return applies ? Page.TWINS : Page.DIAGNOSIS;
    }

    private void cells(Look look, double width, double height, double share) {
        double half = Math.rint(width / 2);
        double barHeight = look.px(40, 56);
        double twins = Math.rint(height * share);
        Workspaces.place(bar, 0, 0, width, barHeight);
        Workspaces.place(first, 0, barHeight, half, twins - barHeight);
        Workspaces.place(second, half, barHeight, width - half, twins - barHeight);
        Workspaces.place(delta, 0, twins, width, height - twins);
    }
}
