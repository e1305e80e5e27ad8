package grulab.engine.diagnose;

import grulab.model.Case;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which ways are the same function for every input, by what they compute from and not by what comes out. Equal keys:
 * the same numbers enter the same formula. A GRU's reset position does not matter where U_n is diagonal and nothing is
 * added inside the product, its reset gate not at all where U_n is zero; and z that keeps is −z that admits.
 */
final class Sameness {
    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;
    private static final int IRRELEVANT = -1;
    private static final int ADMITS = -2;

    private final Case given;
    /** Gates are looked at, too, so that a z that only changes its meaning is not the same. */
    private final boolean gatesSeen;

    private final Map<Content, Integer> ids = new HashMap<>();
    private final Map<Formula, Integer> formulas = new HashMap<>();
    private final Map<double[], Integer> known = new IdentityHashMap<>();
    private final Map<double[], double[]> negatives = new IdentityHashMap<>();
    private final Map<double[], Boolean> diagonals = new IdentityHashMap<>();

    Sameness(Case given, boolean gatesSeen) {
        this.given = given;
        this.gatesSeen = gatesSeen;
    }

    /** Numbers by value, +0 = −0. */
    private record Content(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && Arrays.equals(values, content.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Equal for two recipes exactly if they are known to be the same function. */
    List<Integer> key(Recipe recipe) {
        List<Integer> key = new ArrayList<>();
        key.add(recipe.startKind(given));
        Variant variant = recipe.way.variant();
        key.add(formulas.computeIfAbsent(variant.formula(), f -> formulas.size()));
        for (int gate : variant.addends().firstWithout()) {
            if (!zero(recipe.inner[gate])) {
                key.add(gate);
                key.add(id(recipe.inner[gate]));
            }
        }
        if (recipe.blocks.cell == CellType.GRU) {
            gru(recipe, key);
        } else {
            for (int gate = 0; gate < recipe.blocks.gates; gate++) {
                gate(recipe, gate, false, key);
            }
        }
        return key;
    }

    private void gru(Recipe recipe, List<Integer> key) {
        double[] inner = recipe.inner[CANDIDATE];
        boolean before = recipe.resetsBefore();
        boolean nothingInside = before || zero(inner);
        boolean diagonal = diagonals.computeIfAbsent(recipe.recurrences(CANDIDATE), Sameness::diagonal);
        if (nothingInside && zero(recipe.recurrences(CANDIDATE)) && !gatesSeen) {
            key.add(IRRELEVANT);
        } else {
            key.add(diagonal && nothingInside || before ? 1 : 2);
            gate(recipe, RESET, false, key);
        }
        if (gatesSeen) {
            boolean half = zero(recipe.inputs(UPDATE)) && zero(recipe.recurrences(UPDATE)) && zero(recipe.bias[UPDATE]);
            key.add(recipe.admits() && !half ? 1 : 0);
        }
        Formula formula = recipe.way.variant().formula();
        boolean mirrored = recipe.admits() && !gatesSeen;
        boolean balanced = formula.functions().get(UPDATE).balanced() && formula.change() == null;
        if (mirrored && !balanced) {
            key.add(ADMITS);
        }
        gate(recipe, UPDATE, mirrored && balanced, key);
        key.add(id(recipe.inputs(CANDIDATE)));
        key.add(id(recipe.recurrences(CANDIDATE)));
        key.add(id(nothingInside ? recipe.bias[CANDIDATE] : recipe.outer[CANDIDATE]));
        key.add(nothingInside ? IRRELEVANT : id(inner));
    }

    private void gate(Recipe recipe, int gate, boolean negated, List<Integer> key) {
        for (double[] part : List.of(recipe.inputs(gate), recipe.recurrences(gate), recipe.bias[gate])) {
            key.add(id(negated ? negatives.computeIfAbsent(part, Sameness::negative) : part));
        }
    }

    private int id(double[] values) {
        return known.computeIfAbsent(values, v -> {
            double[] plain = Arrays.stream(v).map(a -> a + 0.0).toArray();
            return ids.computeIfAbsent(new Content(plain), c -> ids.size());
        });
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    private static boolean zero(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == 0);
    }

    private static boolean diagonal(double[] square) {
        int n = (int) Math.round(Math.sqrt(square.length));
        for (int i = 0; i < square.length; i++) {
            if (square[i] != 0 && i / n != i % n) {
                return false;
            }
        }
        return true;
    }
}
