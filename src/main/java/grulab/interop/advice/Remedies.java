package grulab.interop.advice;

import grulab.model.BiasUse;
import grulab.model.Case;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Deviation;
import grulab.model.Finding;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.StartUse;
import grulab.model.Transposed;
import grulab.model.UpdateMeaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change, for each thing in which a finding departs from its case. */
public final class Remedies {
    private final Case given;
    private final CellType cell;
    private final List<Remedy> remedies = new ArrayList<>();

    private Remedies(Case given) {
        this.given = given;
        cell = given.weights().cell();
    }

    /**
     * One remedy for each departure; none if the case as it stands explains the numbers.
     *
     * @param layout how the file holds the weights that the case has; null if they came gate by gate
     */
    public static List<Remedy> of(Finding finding, Case given, @Nullable FrameworkRow layout) {
        Remedies remedies = new Remedies(given);
        if (finding.convention() != null) {
            remedies.convention(finding.convention(), given.convention());
        }
        if (!finding.gateOrder().equals(String.join(" ", given.weights().cell().gates()))) {
            remedies.remedies.add(
                    GateOrderRemedy.of(finding.gateOrder(), given.weights().cell(), layout));
        }
        remedies.transposed(finding.transposed());
        remedies.bias(finding.bias());
        remedies.start(finding.start());
        for (Deviation deviation : Wording.grouped(finding.deviations())) {
            remedies.remedies.add(DeviationRemedy.of(deviation, given));
        }
        return remedies.remedies;
    }

    private void add(String key, String pytorch, String numpy) {
        remedies.add(new Remedy(Said.of(key), pytorch, numpy));
    }

    private void convention(Convention yours, Convention mine) {
        if (yours.reset() != mine.reset()) {
            boolean after = mine.reset() == ResetPosition.AFTER;
            add("remedy.reset." + mine.reset().id(), CodeLine.TORCH.candidate(after), CodeLine.NUMPY.candidate(after));
        }
        if (yours.update() != mine.update()) {
            String line = CodeLine.blend(mine.update() == UpdateMeaning.KEEP);
            add("remedy.update." + mine.update().id(), line, line);
        }
    }

    private void transposed(Transposed transposed) {
        if (transposed == Transposed.NONE) {
            return;
        }
        int gates = cell.gates().size();
        List<String> torch = new ArrayList<>();
        List<String> numpy = new ArrayList<>();
        if (transposed != Transposed.INPUT) {
            torch.add("U = torch.cat([u.T for u in U.chunk(%d)])".formatted(gates));
            numpy.add("U = np.concatenate([u.T for u in np.split(U, %d)])".formatted(gates));
        }
        if (transposed != Transposed.RECURRENT) {
            torch.add("W = torch.cat([w.T for w in W.chunk(%d)])".formatted(gates));
            numpy.add("W = np.concatenate([w.T for w in np.split(W, %d)])".formatted(gates));
        }
        add("remedy.transposed." + Said.key(transposed), String.join("; ", torch), String.join("; ", numpy));
    }

    private void bias(BiasUse bias) {
        boolean inside = cell == CellType.GRU && given.convention().reset() == ResetPosition.AFTER;
        switch (bias) {
            case TWO -> {}
            case ONE -> add("remedy.bias.one", CodeLine.TORCH.candidate(inside), CodeLine.NUMPY.candidate(inside));
            case INPUT_ONLY ->
                add("remedy.bias.input-only", "rnn.bias_hh_l0.data = b_hh", "a = W @ x + b_ih + U @ h + b_hh");
            case RECURRENT_ONLY ->
                add("remedy.bias.recurrent-only", "rnn.bias_ih_l0.data = b_ih", "a = W @ x + b_ih + U @ h + b_hh");
            case SWAPPED ->
                add(
                        "remedy.bias.swapped",
                        "rnn.bias_ih_l0.data, rnn.bias_hh_l0.data = b_ih, b_hh",
                        "a = W @ x + b_ih + U @ h + b_hh");
            case NONE ->
                add(
                        "remedy.bias.none",
                        "rnn = torch.nn.%s(I, H, bias=True)".formatted(cell.title()),
                        "a = W @ x + b_ih + U @ h + b_hh");
        }
    }

    private void start(StartUse start) {
        String torch = cell.hasCellState() ? "out, (h, c) = rnn(x, (h0, c0))" : "out, h = rnn(x, h0)";
        String numpy = cell.hasCellState() ? "h, c = h0, c0" : "h = h0";
        if (start != StartUse.GIVEN) {
            add("remedy.start." + Said.key(start), torch, numpy);
        }
    }
}
