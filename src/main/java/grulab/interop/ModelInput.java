package grulab.interop;

import grulab.interop.JsonNumbers.Axes;
import grulab.model.Array;
import grulab.model.Case;
import grulab.model.CellOptions;
import grulab.model.CellOptions.Lengths;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.StoredStart;
import grulab.model.Weights;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What goes into a cell whose weights come from elsewhere, as a JSON file of x [T][B][I], h0 and c0 [B][H], and targets [T][B]. */
public final class ModelInput {
    private static final String SOURCE = "the model";

    private final String name;
    private final Convention convention;
    private final Weights weights;
    private final CellOptions options;
    private final StoredStart start;
    private final @Nullable Array table;

    /**
     * @param name of the cases that are made of it
     * @param convention of a GRU
     * @param options what the cell does otherwise; an input may say how long its rows are
     * @param start what the model stores of its start state, which counts where the input has no other
     * @param table an embedding [V][I] through which "tokens" [T][B] can be given instead of x, or null
     */
    public ModelInput(
            String name,
            Convention convention,
            Weights weights,
            CellOptions options,
            StoredStart start,
            @Nullable Array table) {
        this.name = name;
        this.convention = convention;
        this.weights = weights;
        this.options = options;
        this.start = start;
        this.table = table;
    }

    /**
     * The case of the weights with the input in a file.
     *
     * @throws BadCase one sentence that begins with the file's name, with the path and the shape that was expected
     */
    public Case read(Path file) throws BadCase {
        return CaseFile.readInput(file, this::check);
    }

    /** The same, with x batch first, [B][T][I], if the start states say so; it is turned round then. */
    public OrderedCase readInAnyOrder(Path file) throws BadCase {
        return CaseFile.readInput(file, fields -> {
            boolean batchFirst = fields.batchFirst();
            if (batchFirst) {
                fields.turn();
            }
            return new OrderedCase(check(fields), batchFirst);
        });
    }

    Case check(CaseFields fields) throws BadCase {
        CellType cell = weights.cell();
        CaseSizes sizes = new CaseSizes(cell, CaseLimits.USUAL);
        Array given = given(fields);
        sizes.set('T', given.shape()[0]);
        sizes.set('B', given.shape()[1]);
        sizes.from(fields.x == null ? "$.tokens" : "$.x", "TB");
        sizes.set('I', weights.inputs());
        sizes.set('H', weights.hidden());
        sizes.set('O', weights.outputs());
        sizes.from(SOURCE, "IHO");
        sizes.withinLimits();
        InputCheck check = new InputCheck(sizes);
        double[] x = fields.tokens == null ? fitted(given, sizes) : embedded(fields.tokens, check);
        double[] h0 = start(check, "$.h0", fields.h0, start.h0(), sizes);
        if (fields.c0 != null && !cell.hasCellState()) {
            throw new BadCase("$.c0 is unknown; %s has only h0".formatted(CaseCheck.aCell(cell)));
        }
        double[] c0 = cell.hasCellState() ? start(check, "$.c0", fields.c0, start.c0(), sizes) : new double[0];
        int[] targets = null;
        if (fields.targets != null) {
            if (weights.outputs() == 0) {
                throw new BadCase(
                        "$.targets cannot be used: the model has no linear layer that makes logits of this layer's state");
            }
            targets = check.symbols("$.targets", "class", fields.targets, weights.outputs());
        }
        Lengths own = new OptionsCheck(fields.options, cell).rows(sizes, targets != null);
        return new Case(
                name,
                convention,
                weights,
                sizes.of('T'),
                sizes.of('B'),
                x,
                h0,
                c0,
                targets,
                null,
                own == null ? options : options.withLengths(own));
    }

    private Array given(CaseFields fields) throws BadCase {
        if (fields.x != null && fields.tokens != null) {
            throw new BadCase("$.tokens and $.x say the same thing; leave one of them away");
        }
        if (fields.tokens != null && table == null) {
            throw new BadCase(
                    "$.tokens cannot be used: the model has no embedding in front of this layer; give $.x, the"
                            + " inputs [T][B][I]");
        }
        Array given = fields.x == null ? fields.tokens : fields.x;
        if (given == null) {
            throw new BadCase("$.x is missing: it must be the inputs, [T][B][I]"
                    + (table == null ? "" : ", or $.tokens, numbers of symbols [T][B]"));
        }
        return given;
    }

    /** What was given; else what the model stores, of which one row is every row's; else zero. */
    private static double[] start(
            InputCheck check, String place, @Nullable Array given, @Nullable Array stored, CaseSizes sizes)
            throws BadCase {
        if (given != null || stored == null) {
            return check.start(place, given);
        }
        int batch = sizes.of('B');
        int rows = stored.shape()[0];
        if (rows != 1 && rows != batch) {
            throw BadCase.of(
                    "%s is missing: the model stores the start state of %d rows, but the input has %d; give one for these",
                    place, rows, batch);
        }
        return StoredStart.rows(stored, batch);
    }

    private static double[] fitted(Array x, CaseSizes sizes) throws BadCase {
        sizes.fit("$.x", x, new Axes("TBI"));
        return x.values();
    }

    private double[] embedded(Array tokens, InputCheck check) throws BadCase {
        if (table == null) {
            throw new IllegalStateException("tokens without an embedding");
        }
        int width = weights.inputs();
        int[] symbols = check.symbols("$.tokens", "symbol", tokens, table.shape()[0]);
        double[] x = new double[symbols.length * width];
        for (int i = 0; i < symbols.length; i++) {
            System.arraycopy(table.values(), symbols[i] * width, x, i * width, width);
        }
        return x;
    }
}
