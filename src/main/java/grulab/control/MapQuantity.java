package grulab.control;

import grulab.model.CellType;
import grulab.model.Quantity;
import grulab.model.UpdateMeaning;
import java.util.List;
import javafx.scene.paint.Color;

/** The quantities that have a map, with all that tells them apart; those of a cell stand in this order. */
enum MapQuantity {
    UPDATE(Quantity.UPDATE, "z", true),
    RESET(Quantity.RESET, "r", true),
    CANDIDATE(Quantity.CANDIDATE, "h\u0303", false),
    INPUT(Quantity.INPUT, "i", true),
    FORGET(Quantity.FORGET, "f", true),
    CELL_CANDIDATE(Quantity.CELL_CANDIDATE, "g", false),
    OUTPUT(Quantity.OUTPUT, "o", true),
    CELL(Quantity.CELL, "c", false),
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

    /** What a cell has, from top to bottom. */
    static List<MapQuantity> of(CellType cell) {
        return switch (cell) {
            case GRU -> List.of(UPDATE, RESET, CANDIDATE, STATE);
            case LSTM -> List.of(INPUT, FORGET, CELL_CANDIDATE, OUTPUT, CELL, STATE);
            case RNN -> List.of(STATE);
        };
    }

    String id() {
        return "map-" + quantity.id();
    }

    /** Whether values may pass the ends of the map: there the colour stands still and a dot says so. */
    boolean unbounded() {
        return this == CELL;
    }

    /** The gates of an LSTM, and its c, have no colour of their own. */
    Color color(Palette palette) {
        return switch (this) {
            case UPDATE -> palette.z;
            case RESET -> palette.r;
            case CANDIDATE -> palette.candidate;
            case STATE -> palette.h;
            case INPUT, FORGET, CELL_CANDIDATE, OUTPUT, CELL -> palette.ink;
        };
    }

    ColorMap map(Palette palette) {
        return gate ? palette.gates : palette.states;
    }

    /** z_t, with its subscript. */
    Symbol symbol(double size, Palette palette) {
        return symbol(size, color(palette));
    }

    Symbol symbol(double size, Color color) {
        return this == CANDIDATE
                ? Symbol.candidateAt("t", size, color)
                : Symbol.indexed(quantity.id(), "t", size, color);
    }

    /** z, without. */
    Symbol letter(double size, Color color) {
        return this == CANDIDATE ? Symbol.candidate(size, color) : Symbol.of(quantity.id(), size, color);
    }

    String name(StackWords words) {
        return switch (this) {
            case UPDATE -> words.update();
            case RESET -> words.reset();
            case CANDIDATE -> words.candidate();
            case INPUT -> words.input();
            case FORGET -> words.forget();
            case CELL_CANDIDATE -> words.cellCandidate();
            case OUTPUT -> words.output();
            case CELL -> words.cell();
            case STATE -> words.state();
        };
    }

    /** For where its name does not fit. */
    String briefName(StackWords words) {
        return switch (this) {
            case CANDIDATE, CELL_CANDIDATE -> words.candidateShort();
            case CELL -> words.cellShort();
            case UPDATE, RESET, INPUT, FORGET, OUTPUT, STATE -> name(words);
        };
    }

    /** What a 1, or a dot, means; empty for states that have bounds. */
    String note(StackWords words, UpdateMeaning meaning, boolean brief) {
        return switch (this) {
            case UPDATE ->
                meaning == UpdateMeaning.KEEP
                        ? brief ? words.keepOldShort() : words.keepOld()
                        : brief ? words.takeNewShort() : words.takeNew();
            case RESET -> brief ? words.usePastShort() : words.usePast();
            case INPUT -> brief ? words.takeNewShort() : words.takeNew();
            case FORGET -> brief ? words.keepOldShort() : words.keepOld();
            case OUTPUT -> brief ? words.showShort() : words.show();
            case CELL -> brief ? words.beyondShort() : words.beyond();
            case CELL_CANDIDATE, CANDIDATE, STATE -> "";
        };
    }
}
