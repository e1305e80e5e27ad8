package grulab.control;

import grulab.model.CellType;
import grulab.model.Snapshot;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of units and its window. While a model trains, an order by its numbers is made again each time the
 * count of batches has doubled: often while much changes, seldom later, so that rows do not dance.
 */
final class ShownUnits {
    private final ReadOnlyObjectWrapper<UnitOrder> order =
            new ReadOnlyObjectWrapper<>(this, "order", UnitOrder.index(1));
    private UnitSorting sorting = UnitSorting.INDEX;
    private boolean chosen;
    private @Nullable CellType cell;
    private long sortedAt;
    private int fitting = 1;

    ReadOnlyObjectProperty<UnitOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    UnitOrder order() {
        return order.get();
    }

    UnitSorting sorting() {
        return sorting;
    }

    void choose(UnitSorting other, @Nullable Snapshot snapshot, int unit) {
        sorting = other;
        chosen = true;
        sort(snapshot, unit);
    }

    /** Another snapshot: another cell, another number of units, or other numbers. */
    void take(Snapshot snapshot, int unit) {
        int hidden = snapshot.trace().hidden();
        boolean other = hidden != order().size() || snapshot.trace().cell() != cell;
        cell = snapshot.trace().cell();
        if (!UnitSorting.of(cell).contains(sorting)) {
            chosen = false;
        }
        if (other && !chosen) {
            sorting = UnitSorting.startingWith(hidden);
        }
        if (other || snapshot.batch() < sortedAt || snapshot.batch() > 2 * sortedAt) {
            sort(snapshot, unit);
        }
    }

    void sort(@Nullable Snapshot snapshot, int unit) {
        if (snapshot == null) {
            return;
        }
        sortedAt = snapshot.batch();
        order.set(
                sorting.sort(snapshot.trace()).window(order().first(), fitting).showing(unit));
    }

    /** So many rows fit now. */
    void fit(int rows, int unit) {
        if (rows != fitting || order().count() != Math.min(rows, order().size())) {
            fitting = rows;
            order.set(order().window(order().first(), rows).showing(unit));
        }
    }

    void scroll(int first) {
        order.set(order().window(first, order().count()));
    }

    void show(int unit) {
        if (unit >= 0 && unit < order().size() && !order().shows(unit)) {
            order.set(order().showing(unit));
        }
    }

    /** So many units, by their number unless there were as many before. */
    void count(int hidden) {
        if (order().size() != hidden) {
            order.set(UnitOrder.index(hidden));
        }
    }

    /** Takes over an order of all units; which of them fit stays as it is. */
    void follow(UnitOrder whole, int unit) {
        order.set(whole.window(order().first(), order().count()));
        show(unit);
    }
}
