package grulab.service;

import grulab.engine.train.Room;

/** An experiment for which there is not enough memory. The message is for who chose its settings. */
final class TooLarge extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Room room;

    TooLarge(Room room) {
        super("This experiment %s; %s would fit."
                .formatted(room.words(), room.alternatives("").isEmpty() ? "none of its size" : room.alternatives("")));
        this.room = room;
    }

    /** "needs 1.9 GB, 1.2 GB is free" */
    String words() {
        return room.words();
    }
}
