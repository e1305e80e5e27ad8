package grulab.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the parts of a cell's diagram stand in a box, and how wires join them. */
abstract class Circuit {
    final DiagramBox box;
    private final Map<DiagramPart, Spot> places = new LinkedHashMap<>();

    Circuit(DiagramBox box) {
        this.box = box;
    }

    /**
     * The wires, in the order in which they are laid: a later one hops over an earlier one.
     *
     * @param inputRight right edge of the box of x, which is wider when it holds a word
     */
    abstract List<Wire> wires(double inputRight);

    /** How high a strip is. */
    abstract double stripHeight();

    /** How far to the right the box of x may reach with a word in it. */
    abstract double inputLimit();

    final void place(DiagramPart part, Spot spot) {
        places.put(part, spot);
    }

    /** Where a node is that never moves; wires have no place. */
    final Spot spot(DiagramPart part) {
        Spot spot = places.get(part);
        if (spot == null) {
            throw new IllegalArgumentException(part + " has no fixed place");
        }
        return spot;
    }

    /** Every node that never moves. */
    final Map<DiagramPart, Spot> places() {
        return Collections.unmodifiableMap(places);
    }
}
