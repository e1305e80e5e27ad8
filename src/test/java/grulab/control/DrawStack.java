package grulab.control;

import grulab.model.CellType;

/** Draws the time stack of each cell, to be looked at: folder, then {@link Picture}s of GRU, LSTM, RNN. */
final class DrawStack {
    private DrawStack() {}

    public static void main(String[] args) {
        Picture.drawAll(args, "stack-", picture -> {
            TimeStack stack = new TimeStack(Screens.words(picture.language()));
            stack.look(picture.look());
            stack.resize(picture.width(), picture.height());
            stack.unitProperty().set(22);
            stack.timeProperty().set(15);
            stack.snapshot(Snapshots.of(CellType.valueOf(picture.what()), 40, 32));
            return stack;
        });
    }
}
