package grulab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.model.Deviation;
import grulab.model.Operation;
import java.util.List;
import java.util.Locale;

/** A deviation in a report, by its kind; steps and samples count from 1. */
final class DeviationJson {
    private DeviationJson() {}

    static void write(Deviation deviation, ObjectNode node) {
        if (deviation instanceof Deviation.Activation a) {
            names(node.put("kind", "activation").putArray("gates"), a.gates());
            node.put("function", a.function());
        } else if (deviation instanceof Deviation.ForgetBias f) {
            node.put("kind", "forgetBias").set("added", Json.number(f.added()));
        } else if (deviation instanceof Deviation.Constant c) {
            node.put("kind", "constant").put("gate", c.gate()).set("added", Json.number(c.added()));
        } else if (deviation instanceof Deviation.Order o) {
            node.put("kind", "order").put("axis", id(o.axis()));
            node.put("input", o.input()).put("output", o.output());
        } else if (deviation instanceof Deviation.Length l) {
            ArrayNode rows = node.put("kind", "length").putArray("rows");
            l.rows()
                    .forEach(row ->
                            rows.addObject().put("sample", row.sample() + 1).put("steps", row.steps()));
            node.put("after", id(l.after()));
        } else if (deviation instanceof Deviation.FirstStep f) {
            node.put("kind", "step").put("first", 1).put("without", String.join(" ", f.without()));
        } else if (deviation instanceof Deviation.Bias b) {
            node.put("kind", "bias").put("gate", b.gate()).put("uses", b.uses()).put("side", id(b.side()));
        } else if (deviation instanceof Deviation.Calculation c) {
            calculation(c.operation(), node.put("kind", "operation"));
        } else if (deviation instanceof Deviation.Clip c) {
            node.put("kind", "clip").set("at", Json.number(c.at()));
        } else if (deviation instanceof Deviation.CellClip c) {
            node.put("kind", "cellClip").set("at", Json.number(c.at()));
        } else {
            rare(deviation, node);
        }
    }

    private static void rare(Deviation deviation, ObjectNode node) {
        if (deviation instanceof Deviation.Zoneout z) {
            node.put("kind", "zoneout").put("averaged", z.averaged()).set("rate", Json.number(z.rate()));
        } else if (deviation instanceof Deviation.Dropout d) {
            node.put("kind", "dropout").set("rate", Json.number(d.rate()));
        } else if (deviation instanceof Deviation.Part p) {
            node.put("kind", "part").put("whole", id(p.whole()));
            node.put("part", p.part() + 1).put("of", p.of());
        } else if (deviation instanceof Deviation.Peephole p) {
            names(node.put("kind", "peephole").putArray("gates"), p.gates());
        }
    }

    private static void calculation(Operation operation, ObjectNode node) {
        if (operation.couples()) {
            node.put(
                    "coupled",
                    operation.where() + "="
                            + operation.instead().replace(" ", "").replace('\u2212', '-'));
        } else {
            node.put("where", operation.where()).put("instead", operation.instead());
        }
    }

    private static void names(ArrayNode to, List<String> names) {
        names.forEach(to::add);
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
