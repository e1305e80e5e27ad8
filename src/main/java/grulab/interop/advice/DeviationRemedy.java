package grulab.interop.advice;

import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Deviation;
import grulab.model.Deviation.Axis;
import grulab.model.Operation;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about a deviation. */
final class DeviationRemedy {
    private static final String FORGET = "c = f * c + i * g";

    private final Case given;
    private final CellType cell;

    private DeviationRemedy(Case given) {
        this.given = given;
        cell = given.weights().cell();
    }

    static Remedy of(Deviation deviation, Case given) {
        DeviationRemedy remedy = new DeviationRemedy(given);
        if (deviation instanceof Deviation.Activation a) {
            return remedy.activation(a);
        } else if (deviation instanceof Deviation.ForgetBias f) {
            return remedy.added("remedy.forget-bias", "f", f.added());
        } else if (deviation instanceof Deviation.Constant c) {
            return remedy.added("remedy.constant", c.gate(), c.added());
        } else if (deviation instanceof Deviation.Order o) {
            return remedy.order(o);
        } else if (deviation instanceof Deviation.Length l) {
            return remedy.length(l);
        } else if (deviation instanceof Deviation.FirstStep f) {
            return new Remedy(
                    Said.of("remedy.step", String.join(", ", f.without())),
                    "out, h = rnn(x, torch.zeros(1, B, H))",
                    "h = np.zeros((B, H))");
        } else if (deviation instanceof Deviation.Bias b) {
            String line = Stream.of(b.gate().split(", "))
                    .map("a_%1$s = W_i%1$s @ x + b_i%1$s + W_h%1$s @ h + b_h%1$s"::formatted)
                    .collect(Collectors.joining("; "));
            return new Remedy(Said.of("remedy.bias-of." + Said.key(b.side()), b.gate(), b.uses()), line, line);
        } else if (deviation instanceof Deviation.Calculation c) {
            return remedy.operation(c.operation());
        } else if (deviation instanceof Deviation.Clip c) {
            String line = "a = W @ x + b_ih + U @ h + b_hh";
            return new Remedy(
                    Said.of("remedy.clip", Said.constant(c.at())),
                    line + "  # no torch.clamp",
                    line + "  # no np.clip");
        } else if (deviation instanceof Deviation.CellClip c) {
            return new Remedy(
                    Said.of("remedy.cell-clip", Said.constant(c.at())),
                    FORGET + "  # no torch.clamp",
                    FORGET + "  # no np.clip");
        }
        return remedy.rare(deviation);
    }

    private Remedy rare(Deviation deviation) {
        if (deviation instanceof Deviation.Zoneout z) {
            return new Remedy(
                    Said.of(z.averaged() ? "remedy.zoneout.averaged" : "remedy.zoneout", Said.constant(z.rate())),
                    z.averaged() ? "model.zoneout = 0" : "model.eval()",
                    "h = h_new");
        } else if (deviation instanceof Deviation.Dropout d) {
            return new Remedy(
                    Said.of("remedy.dropout", Said.constant(d.rate())), "model.eval()", "h = h  # not h * mask / keep");
        } else if (deviation instanceof Deviation.Part p) {
            String slice = p.whole() == Deviation.Whole.DIRECTIONS
                    ? "h = h[..., %s]".formatted(p.part() == 0 ? ":H" : "H:")
                    : "h = h_n[%d]".formatted(p.part());
            return new Remedy(Said.of("remedy.part." + Said.key(p.whole()), p.part() + 1, p.of()), slice, slice);
        } else if (deviation instanceof Deviation.Peephole p) {
            String line = "a_o = W_io @ x + b_io + W_ho @ h + b_ho";
            return new Remedy(
                    Said.of("remedy.peephole", String.join(", ", p.gates())),
                    line + "  # no p_o * c",
                    line + "  # no p_o * c");
        }
        throw new IllegalArgumentException("no remedy for " + deviation);
    }

    private Remedy activation(Deviation.Activation a) {
        String mine = Functions.of(given, a.gates().get(0));
        String torch = lines(CodeLine.TORCH, a.gates());
        String numpy = lines(CodeLine.NUMPY, a.gates());
        return new Remedy(Said.of("remedy.activation", String.join(", ", a.gates()), a.function(), mine), torch, numpy);
    }

    private String lines(CodeLine library, List<String> gates) {
        return gates.stream()
                .map(gate -> gate.equals("h") && cell.hasCellState()
                        ? "h = o * " + library.function(Functions.of(given, gate), "c")
                        : gate + " = " + library.function(Functions.of(given, gate), "a_" + gate))
                .collect(Collectors.joining("; "));
    }

    private Remedy added(String key, String gate, double added) {
        int k = cell.gates().indexOf(gate);
        String rows = k == 0 ? ":H" : "%s:%s".formatted(k == 1 ? "H" : k + "*H", k + 1 + "*H");
        String sign = added < 0 ? "+" : "-";
        String number = Said.constant(Math.abs(added));
        return new Remedy(
                Said.of(key, Said.constant(added), gate),
                "rnn.bias_ih_l0.data[%s] %s= %s".formatted(rows, sign, number),
                "b_i%s = b_i%s %s %s".formatted(gate, gate, sign, number));
    }

    private static Remedy order(Deviation.Order order) {
        String what = Wording.what(order);
        String key = "remedy.order." + Said.key(order.axis()) + "." + what;
        boolean reversed = order.axis() == Axis.TIME_REVERSED;
        String torch = reversed ? "%1$s = %1$s.flip(0)" : "%1$s = %1$s.transpose(0, 1)";
        String numpy = reversed ? "%1$s = %1$s[::-1]" : "%1$s = %1$s.transpose(1, 0, 2)";
        List<String> arrays = switch (what) {
            case "both" -> List.of("x", "h");
            case "input" -> List.of("x");
            default -> List.of("h");
        };
        return new Remedy(Said.of(key), each(torch, arrays), each(numpy, arrays));
    }

    private static String each(String line, List<String> arrays) {
        return arrays.stream().map(line::formatted).collect(Collectors.joining("; "));
    }

    private static Remedy length(Deviation.Length length) {
        String rows = length.rows().stream()
                .map(row -> "%d: %d".formatted(row.sample() + 1, row.steps()))
                .collect(Collectors.joining(", "));
        return new Remedy(
                Said.of("remedy.length." + Said.key(length.after()), rows),
                "out, h = rnn(x, h0)  # not pack_padded_sequence(x, lengths)",
                "h = step(x[t], h)  # in every row, no mask");
    }

    private Remedy operation(Operation operation) {
        boolean after = given.convention().reset() == ResetPosition.AFTER;
        Said said = Said.of("remedy.operation." + Said.key(operation));
        return switch (operation) {
            case INPUT_COUPLED -> gate(said, "i");
            case FORGET_COUPLED -> gate(said, "f");
            case STATE_FROM_START -> {
                String line = cell.hasCellState()
                        ? "for x_t in x: h, c = step(x_t, h, c)  # not h0, c0"
                        : "for x_t in x: h = step(x_t, h)  # not h0";
                yield new Remedy(said, line, line);
            }
            case CELL_FROM_START, CELL_FROM_STATE, SUM_FOR_PRODUCT -> new Remedy(said, FORGET, FORGET);
            case CANDIDATE_UNWEIGHTED -> {
                String line = CodeLine.blend(given.convention().update() == UpdateMeaning.KEEP);
                yield new Remedy(said, line, line);
            }
            case RESET_UNUSED -> new Remedy(said, CodeLine.TORCH.candidate(after), CodeLine.NUMPY.candidate(after));
        };
    }

    private static Remedy gate(Said said, String gate) {
        return new Remedy(
                said,
                gate + " = " + CodeLine.TORCH.function("sigmoid", "a_" + gate),
                gate + " = " + CodeLine.NUMPY.function("sigmoid", "a_" + gate));
    }
}
