package grulab.presentation;

import java.util.Map;

/** A part of the window's state that a lab file keeps, so that a lab opens where it was saved. */
public interface Place {
    /** As texts by name. */
    Map<String, String> now();

    /** Goes there; what is missing or means nothing is left as it is. */
    void go(Map<String, String> place);

    /** A whole number of a place; the other one if there is none. */
    static int whole(Map<String, String> place, String name, int other) {
        try {
            return Integer.parseInt(place.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            return other;
        }
    }

    /** A constant of a place; the other one if there is none. */
    static <E extends Enum<E>> E constant(Map<String, String> place, String name, E other) {
        for (E constant : other.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(place.get(name))) {
                return constant;
            }
        }
        return other;
    }
}
