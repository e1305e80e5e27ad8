package grulab.control;

import java.util.List;

/**
 * Where everything of the LSTM's diagram stands. Columns are shares of the width. Rows follow from the top: the
 * highway, the rail of h_{t−1}, the gates between their weights, the rail of x; what a high box leaves over goes to
 * the gaps between them.
 */
final class LstmCircuit extends Circuit {
    /** Centres of columns as shares of the width: the order of computation from left to right. */
    private enum Column {
        INPUT(0.055),
        BEND(0.102),
        F(0.189),
        F_ARM(0.269),
        I(0.349),
        MIXER(0.4545),
        G(0.560),
        CELL(0.660),
        TANH(0.753),
        O(0.763),
        O_ARM(0.846),
        STATE(0.963);

        final double share;

        Column(double share) {
            this.share = share;
        }
    }

    /** Right ends of the columns f, i, g, c, o, h as shares of the width. */
    static final List<Double> ENDS = List.of(0.281, 0.4545, 0.630, 0.700, 0.870, 1.0);

    private static final double TOP = 0.35;
    /** From a strip on the highway to the rail under it, with a letter between. */
    private static final double LETTER = 1.75;
    /** From the rail of h to the chips under it. */
    private static final double STEM = 0.45;
    /** Line between an arrowhead and the chip it comes from. */
    private static final double SHAFT = 0.15;

    private static final double FOOT = 0.4;
    private static final double CHIP = 1.6;
    /** From the rail of x to the lower edge of the box around it. */
    private static final double BOTTOM = 0.95;

    private static final double LONGEST_STRIP = 0.29;
    /** Gaps that share what is left over. */
    private static final int GAPS = 5;

    private final double strip;
    private final double highway;
    private final double stateRail;
    private final double gates;
    private final double inputRail;

    LstmCircuit(DiagramBox box) {
        super(box);
        double font = box.font();
        double fixed = (TOP + LETTER + STEM + 2 * CHIP + 2 * SHAFT + 1 + FOOT + BOTTOM) * font + 2 * box.arrow();
        double room = Math.min((box.height() - fixed) / 2, LONGEST_STRIP * box.height());
        strip = Math.floor(Math.max(2 * font, Math.min(room, box.longest())));
        double gap = Math.max(0, (box.height() - fixed - 2 * strip) / GAPS);
        highway = TOP * font + strip / 2;
        stateRail = highway + strip / 2 + LETTER * font + gap;
        double recurrent = stateRail + (STEM + CHIP / 2) * font + gap;
        double toGate = box.arrow() + SHAFT * font + gap;
        gates = recurrent + CHIP / 2 * font + toGate + (strip + font) / 2;
        double weights = gates + (strip + font) / 2 + toGate + CHIP / 2 * font;
        inputRail = weights + (CHIP / 2 + FOOT) * font + gap;

        place(LstmPart.PREVIOUS_CELL, box.strip(x(Column.INPUT), highway, strip));
        place(LstmPart.INPUT, box.input(x(Column.INPUT), inputRail));
        place(LstmPart.PREVIOUS, box.strip(x(Column.INPUT), previous(), strip));
        gate(Column.F, LstmPart.F, LstmPart.U_F, LstmPart.W_F, recurrent, weights);
        gate(Column.I, LstmPart.I, LstmPart.U_I, LstmPart.W_I, recurrent, weights);
        gate(Column.G, LstmPart.G, LstmPart.U_G, LstmPart.W_G, recurrent, weights);
        gate(Column.O, LstmPart.O, LstmPart.U_O, LstmPart.W_O, recurrent, weights);
        place(LstmPart.TIMES_OLD, box.operator(x(Column.F_ARM), highway));
        place(LstmPart.TIMES_NEW, box.operator(x(Column.MIXER), gates));
        place(LstmPart.PLUS, box.operator(x(Column.MIXER), highway));
        place(LstmPart.CELL, box.strip(x(Column.CELL), highway, strip));
        place(LstmPart.TANH, box.squash(x(Column.TANH), highway));
        place(LstmPart.TIMES_SHOWN, box.operator(x(Column.O_ARM), highway));
        place(LstmPart.STATE, box.strip(x(Column.STATE), highway, strip));
    }

    private void gate(Column at, LstmPart gate, LstmPart u, LstmPart w, double recurrent, double weights) {
        place(gate, box.gate(x(at), gates, strip));
        place(u, box.chip(x(at), recurrent));
        place(w, box.chip(x(at), weights));
    }

    private double x(Column column) {
        return column.share * box.width();
    }

    /** Beside the gates, but high enough for the letters of h_{t−1} and x_t under it. */
    private double previous() {
        double letters = 3.7 * box.font();
        return Math.min(gates, spot(LstmPart.INPUT).top() - letters - strip / 2);
    }

    @Override
    double stripHeight() {
        return strip;
    }

    @Override
    double inputLimit() {
        return x(Column.F) - 1.4 * box.font();
    }

    @Override
    List<Wire> wires(double inputRight) {
        Wiring wiring = new Wiring(box);
        cell(wiring);
        state(wiring);
        input(wiring, inputRight);
        arms(wiring);
        return wiring.done();
    }

    private void cell(Wiring wiring) {
        Spot old = spot(LstmPart.TIMES_OLD);
        Spot plus = spot(LstmPart.PLUS);
        Spot cell = spot(LstmPart.CELL);
        Spot tanh = spot(LstmPart.TANH);
        Spot shown = spot(LstmPart.TIMES_SHOWN);
        along(wiring, LstmPart.HIGHWAY, Ink.INK, 3.2, spot(LstmPart.PREVIOUS_CELL), old);
        along(wiring, LstmPart.OLD_TO_PLUS, Ink.INK, 3.2, old, plus);
        along(wiring, LstmPart.PLUS_TO_CELL, Ink.INK, 3.2, plus, cell);
        along(wiring, LstmPart.CELL_TO_TANH, Ink.INK, 2.4, cell, tanh);
        along(wiring, LstmPart.TANH_TO_SHOWN, Ink.INK, 2.4, tanh, shown);
        along(wiring, LstmPart.SHOWN_TO_STATE, Ink.H, 3.2, shown, spot(LstmPart.STATE));
    }

    private static void along(Wiring wiring, LstmPart part, Ink ink, double width, Spot from, Spot to) {
        wiring.solid(part, ink, width, from.right(), from.y(), to.left(), to.y());
    }

    /** From its strip up to the rail, along it, and down into each gate. */
    private void state(Wiring wiring) {
        Spot from = spot(LstmPart.PREVIOUS);
        Spot f = spot(LstmPart.F);
        double bend = x(Column.BEND);
        double rail = stateRail;
        wiring.solid(
                LstmPart.STATE_TO_F,
                Ink.H,
                2,
                from.right(),
                from.y(),
                bend,
                from.y(),
                bend,
                rail,
                f.x(),
                rail,
                f.x(),
                f.top());
        down(wiring, LstmPart.STATE_TO_I, f, spot(LstmPart.I));
        down(wiring, LstmPart.STATE_TO_G, spot(LstmPart.I), spot(LstmPart.G));
        down(wiring, LstmPart.STATE_TO_O, spot(LstmPart.G), spot(LstmPart.O));
    }

    private void down(Wiring wiring, LstmPart part, Spot from, Spot to) {
        wiring.solid(part, Ink.H, 2, from.x(), stateRail, to.x(), stateRail, to.x(), to.top());
    }

    private void input(Wiring wiring, double right) {
        up(wiring, LstmPart.INPUT_TO_F, right, spot(LstmPart.F));
        up(wiring, LstmPart.INPUT_TO_I, spot(LstmPart.F).x(), spot(LstmPart.I));
        up(wiring, LstmPart.INPUT_TO_G, spot(LstmPart.I).x(), spot(LstmPart.G));
        up(wiring, LstmPart.INPUT_TO_O, spot(LstmPart.G).x(), spot(LstmPart.O));
    }

    private void up(Wiring wiring, LstmPart part, double from, Spot to) {
        wiring.solid(part, Ink.X, 1.8, from, inputRail, to.x(), inputRail, to.x(), to.bottom());
    }

    /** Gates push up into the highway. */
    private void arms(Wiring wiring) {
        Spot fresh = spot(LstmPart.TIMES_NEW);
        Spot i = spot(LstmPart.I);
        Spot g = spot(LstmPart.G);
        arm(wiring, LstmPart.F_TO_OLD, spot(LstmPart.F), spot(LstmPart.TIMES_OLD));
        wiring.add(
                LstmPart.I_TO_NEW,
                Ink.INK,
                2,
                Wiring.DOTTED,
                true,
                true,
                Wiring.points(i.right(), gates, fresh.left(), gates));
        wiring.leaving(LstmPart.G_TO_NEW, Ink.INK, 2.4, g.left(), gates, fresh.right(), gates);
        wiring.solid(
                LstmPart.NEW_TO_PLUS,
                Ink.INK,
                2.4,
                fresh.x(),
                fresh.top(),
                fresh.x(),
                spot(LstmPart.PLUS).bottom());
        arm(wiring, LstmPart.O_TO_SHOWN, spot(LstmPart.O), spot(LstmPart.TIMES_SHOWN));
    }

    private void arm(Wiring wiring, LstmPart part, Spot gate, Spot to) {
        wiring.add(
                part,
                Ink.INK,
                2,
                Wiring.DOTTED,
                true,
                true,
                Wiring.points(gate.right(), gates, to.x(), gates, to.x(), to.bottom()));
    }
}
