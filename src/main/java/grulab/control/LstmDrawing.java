package grulab.control;

/** The LSTM's diagram: c runs along the top, and gates push into it from below. */
final class LstmDrawing extends CellDrawing {
    LstmDrawing() {
        super(LstmPart.INPUT, LstmPart.PREVIOUS, LstmPart.STATE);
        strip(LstmPart.PREVIOUS_CELL, TEXT.ink("c_{t-1}"));
        strip(LstmPart.CELL, TEXT.ink("c_t"));
        gate(LstmPart.F, TEXT.ink("f"), Ink.INK, true);
        gate(LstmPart.I, TEXT.ink("i"), Ink.INK, true);
        gate(LstmPart.G, TEXT.ink("g"), Ink.INK, false);
        gate(LstmPart.O, TEXT.ink("o"), Ink.INK, true);
        chip(LstmPart.U_F, "U_f");
        chip(LstmPart.U_I, "U_i");
        chip(LstmPart.U_G, "U_g");
        chip(LstmPart.U_O, "U_o");
        chip(LstmPart.W_F, "W_f");
        chip(LstmPart.W_I, "W_i");
        chip(LstmPart.W_G, "W_g");
        chip(LstmPart.W_O, "W_o");
        times(LstmPart.TIMES_OLD, Ink.SOFT);
        times(LstmPart.TIMES_NEW, Ink.SOFT);
        times(LstmPart.TIMES_SHOWN, Ink.SOFT);
        plus(LstmPart.PLUS);
        squash(LstmPart.TANH);
    }

    @Override
    Circuit circuit(DiagramBox box) {
        return new LstmCircuit(box);
    }
}
