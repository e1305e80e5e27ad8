package grulab.interop.advice;

import grulab.model.BiasUse;
import grulab.model.CellType;
import grulab.model.Deviation;
import grulab.model.Finding;
import grulab.model.StartUse;
import grulab.model.Transposed;
import java.util.ArrayList;
import java.util.List;

/** A finding in as few words as tell it from every other. */
public final class Wording {
    private Wording() {}

    /** Such as "reset before, z admits, gates in z r n order". */
    public static Said of(Finding finding, CellType cell) {
        List<Said> parts = new ArrayList<>();
        if (finding.convention() != null) {
            parts.add(Said.of("diagnosis.reset." + finding.convention().reset().id()));
            parts.add(
                    Said.of("diagnosis.update." + finding.convention().update().id()));
        }
        if (!finding.gateOrder().equals(String.join(" ", cell.gates()))) {
            parts.add(Said.of("diagnosis.order", finding.gateOrder()));
        }
        if (finding.transposed() != Transposed.NONE) {
            parts.add(Said.of("diagnosis.transposed." + Said.key(finding.transposed())));
        }
        if (finding.bias() != BiasUse.TWO) {
            parts.add(Said.of("diagnosis.bias." + Said.key(finding.bias())));
        }
        if (finding.start() != StartUse.GIVEN) {
            parts.add(Said.of("diagnosis.start." + Said.key(finding.start())));
        }
        grouped(finding.deviations()).forEach(deviation -> parts.add(of(deviation)));
        return Said.list(parts);
    }

    /** Deviations alone, at least one. */
    public static Said of(List<Deviation> deviations) {
        return Said.list(grouped(deviations).stream().map(Wording::of).toList());
    }

    /** Gates that have the same other gate's bias together. */
    static List<Deviation> grouped(List<Deviation> deviations) {
        List<Deviation> grouped = new ArrayList<>();
        for (Deviation deviation : deviations) {
            Deviation last = grouped.isEmpty() ? null : grouped.get(grouped.size() - 1);
            if (deviation instanceof Deviation.Bias b
                    && last instanceof Deviation.Bias before
                    && b.uses().equals(before.uses())
                    && b.side() == before.side()) {
                grouped.set(
                        grouped.size() - 1, new Deviation.Bias(before.gate() + ", " + b.gate(), b.uses(), b.side()));
            } else {
                grouped.add(deviation);
            }
        }
        return grouped;
    }

    static Said of(Deviation deviation) {
        if (deviation instanceof Deviation.Activation a) {
            return Said.of("deviation.activation", String.join(", ", a.gates()), a.function());
        } else if (deviation instanceof Deviation.ForgetBias f) {
            return Said.of("deviation.constant", Said.constant(f.added()), "f");
        } else if (deviation instanceof Deviation.Constant c) {
            return Said.of("deviation.constant", Said.constant(c.added()), c.gate());
        } else if (deviation instanceof Deviation.Order o) {
            return Said.of("deviation.order." + Said.key(o.axis()) + "." + what(o));
        } else if (deviation instanceof Deviation.Length l) {
            return Said.of("deviation.length." + Said.key(l.after()), rows(l));
        } else if (deviation instanceof Deviation.FirstStep f) {
            return Said.of("deviation.step", String.join(", ", f.without()));
        } else if (deviation instanceof Deviation.Bias b) {
            return Said.of("deviation.bias." + Said.key(b.side()), b.gate(), b.uses());
        } else if (deviation instanceof Deviation.Calculation c) {
            return Said.of(
                    "deviation.operation", c.operation().where(), c.operation().instead());
        } else if (deviation instanceof Deviation.Clip c) {
            return Said.of("deviation.clip", Said.constant(c.at()));
        } else if (deviation instanceof Deviation.CellClip c) {
            return Said.of("deviation.cell-clip", Said.constant(c.at()));
        }
        return rare(deviation);
    }

    private static Said rare(Deviation deviation) {
        if (deviation instanceof Deviation.Zoneout z) {
            return Said.of("deviation.zoneout", Said.constant(z.rate()));
        } else if (deviation instanceof Deviation.Dropout d) {
            return Said.of("deviation.dropout", Said.constant(d.rate()));
        } else if (deviation instanceof Deviation.Part p) {
            return Said.of("deviation.part." + Said.key(p.whole()), p.part() + 1, p.of());
        } else if (deviation instanceof Deviation.Peephole p) {
            return Said.of("deviation.peephole", String.join(", ", p.gates()));
        }
        throw new IllegalArgumentException("no words for " + deviation);
    }

    /** Which of both: input, output, both. */
    static String what(Deviation.Order order) {
        return order.input() && order.output() ? "both" : order.input() ? "input" : "output";
    }

    /** Such as "2: 3": sample 2 has 3 steps. */
    private static Said rows(Deviation.Length length) {
        return Said.list(length.rows().stream()
                .map(row -> Said.of("deviation.length.row", row.sample() + 1, row.steps()))
                .toList());
    }
}
