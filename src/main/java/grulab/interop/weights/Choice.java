package grulab.interop.weights;

import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the things that a file could mean is meant: by what was said, or because there is only one. */
final class Choice {
    private Choice() {}

    /** The reading that agrees with what was said. */
    static Fit fit(FoundLayer layer, ModelHints hints) throws BadModel {
        List<Fit> left = new ArrayList<>(layer.fits());
        for (Fit fit : layer.fits()) {
            if (refusal(fit.row(), hints) != null) {
                left.remove(fit);
            }
        }
        if (left.isEmpty()) {
            BadModel refusal = refusal(layer.fits().get(0).row(), hints);
            throw Objects.requireNonNull(refusal).in(layer.name());
        }
        List<Object> meanings =
                left.stream().map(fit -> Rows.meaning(fit.row())).distinct().toList();
        if (meanings.size() > 1) {
            throw undecided(left.stream().map(Fit::row).toList()).in(layer.name());
        }
        return left.get(0);
    }

    /** The convention of a GRU, as far as the file and what was said decide it. */
    static @Nullable Convention convention(FoundLayer layer, ModelHints hints) {
        List<Convention> left = layer.fits().stream()
                .map(Fit::row)
                .filter(row -> refusal(row, hints) == null)
                .map(FrameworkRow::convention)
                .distinct()
                .toList();
        return left.size() == 1 ? left.get(0) : null;
    }

    /** Why a layer of this cell and convention is not what was asked for; null if it is. */
    static @Nullable BadModel refusal(CellType cell, Convention convention, String source, ModelHints hints) {
        if (hints.cell() != null && hints.cell() != cell) {
            return new BadModel(
                    "by its shapes this is %s %s, not the %s that was asked for"
                            .formatted(
                                    cell == CellType.GRU ? "a" : "an",
                                    cell.id(),
                                    hints.cell().id()),
                    "--cell");
        }
        if (cell != CellType.GRU) {
            return hints.reset() == null && hints.update() == null
                    ? null
                    : new BadModel(
                            "an %s has no reset position and no meaning of z; say nothing of them".formatted(cell.id()),
                            "leave --reset and --update away");
        }
        if (hints.reset() != null && hints.reset() != convention.reset()) {
            return new BadModel(
                    "%s has the reset position %s, not %s; say nothing of it, or name another layout"
                            .formatted(
                                    source,
                                    convention.reset().id(),
                                    hints.reset().id()),
                    "--reset, --from");
        }
        if (hints.update() != null && hints.update() != convention.update()) {
            return new BadModel(
                    "in %s z means %s, not %s; say nothing of it, or name another layout"
                            .formatted(
                                    source,
                                    convention.update().id(),
                                    hints.update().id()),
                    "--update, --from");
        }
        return null;
    }

    private static @Nullable BadModel refusal(FrameworkRow row, ModelHints hints) {
        return refusal(row.cell(), row.convention(), row.name(), hints);
    }

    private static BadModel undecided(List<FrameworkRow> rows) {
        boolean sameCell = rows.stream().map(FrameworkRow::cell).distinct().count() == 1;
        String resets = options(rows, "--reset", row -> row.convention().reset().name());
        String updates =
                options(rows, "--update", row -> row.convention().update().name());
        if (sameCell && rows.get(0).cell() == CellType.GRU && !(resets.isEmpty() && updates.isEmpty())) {
            return new BadModel(
                    "nothing in the file tells %s; say it"
                            .formatted(
                                    resets.isEmpty()
                                            ? "what z means"
                                            : "where the reset gate acts"
                                                    + (updates.isEmpty() ? "" : " and what z means")),
                    resets + (resets.isEmpty() || updates.isEmpty() ? "" : ", and ") + updates);
        }
        return new BadModel(
                "the arrays could be those of %s; say which"
                        .formatted(
                                rows.stream().map(FrameworkRow::name).distinct().collect(Collectors.joining(" or "))),
                rows.stream().map(row -> "--from " + row.id()).distinct().collect(Collectors.joining(" or ")));
    }

    /** The values of an option that the rows differ in, or nothing. */
    private static String options(List<FrameworkRow> rows, String option, Function<FrameworkRow, String> value) {
        List<String> values = rows.stream()
                .map(value)
                .map(v -> option + " " + v.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return values.size() < 2 ? "" : String.join(" or ", values);
    }

    /**
     * Which of several layers is meant.
     *
     * @param asked a name, its end, its beginning or a part between separators; null if there is only one
     */
    static int layer(List<LayerOutline> layers, @Nullable String asked) throws BadModel {
        List<String> names = layers.stream().map(LayerOutline::name).toList();
        if (asked == null) {
            if (names.size() == 1) {
                return 0;
            }
            throw new BadModel(
                    "there are %d layers; say which: %s".formatted(names.size(), Names.listed(names)), "--layer NAME");
        }
        List<String> wanted = Names.path(asked);
        List<Integer> hits = List.of();
        for (Way way : Way.values()) {
            hits = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                if (Stream.concat(Stream.of(names.get(i)), layers.get(i).alsoAs().stream())
                        .anyMatch(name -> way.holds(name, asked, Names.path(name), wanted))) {
                    hits.add(i);
                }
            }
            if (!hits.isEmpty()) {
                break;
            }
        }
        if (hits.size() == 1) {
            return hits.get(0);
        }
        throw new BadModel("%s layer is called '%s'; there are %s"
                .formatted(hits.isEmpty() ? "no" : "more than one", Names.safe(asked), Names.listed(names)));
    }

    /** Ways in which a name can be meant, the nearest first. */
    private enum Way {
        LETTER_BY_LETTER,
        WHOLE,
        END,
        BEGINNING,
        WITHIN;

        boolean holds(String name, String asked, List<String> path, List<String> wanted) {
            int spare = path.size() - wanted.size();
            if (this == LETTER_BY_LETTER || wanted.isEmpty() || spare < 0) {
                return name.equals(asked);
            }
            return switch (this) {
                case WHOLE -> path.equals(wanted);
                case END -> path.subList(spare, path.size()).equals(wanted);
                case BEGINNING -> path.subList(0, wanted.size()).equals(wanted);
                default -> Collections.indexOfSubList(path, wanted) >= 0;
            };
        }
    }
}
