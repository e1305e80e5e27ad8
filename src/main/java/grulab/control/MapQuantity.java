package grulab.control;

import grulab.model.Quantity;
import grulab.model.UpdateMeaning;
import javafx.scene.paint.Color;

/** The four quantities that have a map, from top to bottom, with all that tells them apart. */
enum MapQuantity {
    UPDATE(Quantity.UPDATE, "z", true),
    RESET(Quantity.RESET, "r", true),
    CANDIDATE(Quantity.CANDIDATE, "h\u0303", false),
    STATE(Quantity.STATE, "h", false);

    final Quantity quantity;
    final String spoken;
    /** 0 … 1 rather than −1 … 1. */
    final boolean gate;

    MapQuantity(Quantity quantity, String spoken, boolean gate) {
        this.quantity = quantity;
        this.spoken = spoken;
        this.gate = gate;
    }

    String id() {
        return "map-" + quantity.id();
    }

    Color color(Palette palette) {
        return switch (this) {
            case UPDATE -> palette.z;
            case RESET -> palette.r;
            case CANDIDATE -> palette.candidate;
            case STATE -> palette.h;
        };
    }

    ColorMap map(Palette palette) {
        return gate ? palette.gates : palette.states;
    }

    /** z_t, with its subscript. */
    Symbol symbol(double size, Palette palette) {
        Color color = color(palette);
        return this == CANDIDATE
                ? Symbol.candidateAt("t", size, color)
                : Symbol.indexed(quantity.id(), "t", size, color);
    }

    /** z, without. */
    Symbol letter(double size, Palette palette) {
        Color color = color(palette);
        return this == CANDIDATE ? Symbol.candidate(size, color) : Symbol.of(quantity.id(), size, color);
    }

    String name(StackWords words) {
        return switch (this) {
            case UPDATE -> words.update();
            case RESET -> words.reset();
            case CANDIDATE -> words.candidate();
            case STATE -> words.state();
        };
    }

    /** What a 1 means; empty for states. */
    String note(StackWords words, UpdateMeaning meaning, boolean brief) {
        return switch (this) {
            case UPDATE ->
                meaning == UpdateMeaning.KEEP
                        ? brief ? words.keepOldShort() : words.keepOld()
                        : brief ? words.takeNewShort() : words.takeNew();
            case RESET -> brief ? words.usePastShort() : words.usePast();
            case CANDIDATE, STATE -> "";
        };
    }
}
