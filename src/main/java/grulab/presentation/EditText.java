package grulab.presentation;

import grulab.model.Edit;
import grulab.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Edits as a text that a lab file keeps: one after the other, their parts between commas. */
final class EditText {
    private EditText() {}

    static String of(List<Edit> edits) {
        return edits.stream().map(EditText::of).collect(Collectors.joining(";"));
    }

    private static String of(Edit edit) {
        if (edit instanceof Edit.Value v) {
            return String.join(
                    ",", "value", v.quantity().name(), "" + v.from(), "" + v.to(), "" + v.unit(), "" + v.value());
        }
        if (edit instanceof Edit.Start s) {
            return String.join(",", "start", s.state().name(), "" + s.unit(), "" + s.value());
        }
        if (edit instanceof Edit.Input i) {
            return String.join(",", "input", "" + i.t(), "" + i.symbol());
        }
        Edit.Weight w = (Edit.Weight) edit;
        return String.join(",", "weight", w.name(), "" + w.index(), "" + w.value());
    }

    /** What can be read of it. */
    static List<Edit> read(String text) {
        List<Edit> edits = new ArrayList<>();
        for (String one : text.split(";")) {
            String[] parts = one.split(",");
            try {
                switch (parts[0]) {
                    case "value" ->
                        edits.add(new Edit.Value(
                                Quantity.valueOf(parts[1]),
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[3]),
                                Integer.parseInt(parts[4]),
                                Double.parseDouble(parts[5])));
                    case "start" ->
                        edits.add(new Edit.Start(
                                Quantity.valueOf(parts[1]), Integer.parseInt(parts[2]), Double.parseDouble(parts[3])));
                    case "input" -> edits.add(new Edit.Input(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
                    case "weight" ->
                        edits.add(new Edit.Weight(parts[1], Integer.parseInt(parts[2]), Double.parseDouble(parts[3])));
                    default -> {}
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                // written by a version that knows other edits: the others still stand
            }
        }
        return edits;
    }
}
