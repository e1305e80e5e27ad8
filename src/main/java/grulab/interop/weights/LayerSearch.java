package grulab.interop.weights;

import grulab.interop.file.ArrayEntry;
import grulab.interop.file.BadModel;
import grulab.interop.file.ModelHints;
import grulab.model.ArrayLayout;
import grulab.model.FrameworkRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds recurrent layers by the names and shapes of arrays; no number is read. */
final class LayerSearch {
    /** Keras's Bidirectional names its two layers so. */
    private static final Pattern KERAS_DIRECTION = Pattern.compile("(^|[./])(forward|backward)[_.]");

    private static final Pattern PROJECTION = Pattern.compile("(.*)weight_hr(_l\\d+(?:_reverse)?|)");
    private static final Pattern REPARAMETRISED =
            Pattern.compile(".*weight_[ih]h_l\\d+(_reverse)?(_g|_v|_raw|\\.original\\d*)");

    private final Entries entries;
    private final List<FrameworkRow> rows;
    private final boolean asked;
    /** By where their names are the same: arrays read by every row that has them. */
    private final Map<Names.Parts, List<Fit>> fits = new LinkedHashMap<>();

    private final Map<Names.Parts, String> misfits = new LinkedHashMap<>();
    private final List<String> unsupported = new ArrayList<>();

    LayerSearch(Entries entries, ModelHints hints) throws BadModel {
        this.entries = entries;
        this.rows = Rows.of(hints);
        this.asked = hints.framework() != null;
        for (FrameworkRow row : rows) {
            anchor(row);
        }
        leaveOutProjections();
        entries.byName().keySet().stream()
                .filter(name -> REPARAMETRISED.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> unsupported.add(Names.safe(name)
                        + " is a factor of a weight (weight_norm, weight drop), not the weight; remove that from the module"
                        + " before its state is saved"));
        misfits.forEach((parts, sentence) -> {
            if (!fits.containsKey(parts)) {
                unsupported.add(sentence);
            }
        });
    }

    /** The layers, forward before reverse, in the order in which the file has them. */
    List<FoundLayer> layers() {
        List<FoundLayer> layers = new ArrayList<>();
        fits.forEach((parts, all) -> {
            int most = all.stream().mapToInt(f -> f.entries().size()).max().orElse(0);
            List<Fit> best =
                    all.stream().filter(f -> f.entries().size() == most).toList();
            layers.addAll(directions(parts, best));
        });
        return layers;
    }

    /** One sentence each. */
    List<String> unsupported() {
        return unsupported;
    }

    /** Looks for the array with U of a row; the others must have the names that go with it. */
    private void anchor(FrameworkRow row) {
        ArrayLayout anchor =
                row.arrays().stream().filter(RowShapes::isRecurrent).findFirst().orElseThrow();
        String base = Names.base(anchor.name());
        Pattern around = Names.around(base);
        for (String name : entries.byName().keySet()) {
            Names.Parts parts = name.contains(base) ? Names.parts(name, around) : null;
            if (parts != null) {
                collect(row, parts);
            }
        }
    }

    private void collect(FrameworkRow row, Names.Parts parts) {
        Map<String, ArrayEntry> arrays = new LinkedHashMap<>();
        for (ArrayLayout array : row.arrays()) {
            ArrayEntry entry = entries.get(parts.prefix() + Names.base(array.name()) + parts.suffix());
            if (entry != null) {
                arrays.put(array.name(), entry);
            } else if (RowShapes.isMatrix(array)) {
                return;
            }
        }
        Fit fit = Fit.of(row, arrays);
        if (fit == null) {
            misfits.putIfAbsent(parts, misfit(parts, arrays));
        } else if (asked || tellsItself(row, parts)) {
            fits.computeIfAbsent(parts, k -> new ArrayList<>()).add(fit);
        }
    }

    /** One matrix called w could be anything, unless it and its bias are all that there is. */
    private boolean tellsItself(FrameworkRow row, Names.Parts parts) {
        if (row.arrays().stream().filter(RowShapes::isMatrix).count() > 1) {
            return true;
        }
        List<String> own = row.arrays().stream()
                .map(a -> parts.prefix() + Names.base(a.name()) + parts.suffix())
                .toList();
        return own.containsAll(entries.byName().keySet().stream()
                .filter(n -> n.startsWith(parts.prefix()))
                .toList());
    }

    private static String misfit(Names.Parts parts, Map<String, ArrayEntry> arrays) {
        return "%s: the shapes %s are not those of a GRU, LSTM or RNN"
                .formatted(
                        Names.safe(Names.layer(parts, "the layer")),
                        arrays.values().stream()
                                .map(e -> Names.safe(e.name()) + " " + Arrays.toString(e.shape()))
                                .collect(Collectors.joining(", ")));
    }

    private void leaveOutProjections() {
        for (String name : entries.byName().keySet()) {
            Matcher m = PROJECTION.matcher(name);
            if (m.matches()) {
                Names.Parts parts = new Names.Parts(m.group(1), m.group(2));
                fits.remove(parts);
                misfits.remove(parts);
                unsupported.add(
                        "%s has a projection of its state (%s), which the lab cannot compute; it needs proj_size=0"
                                .formatted(Names.safe(Names.layer(parts, "the layer")), Names.safe(name)));
            }
        }
    }

    private static List<FoundLayer> directions(Names.Parts parts, List<Fit> fits) {
        String cell = fits.get(0).row().cell().id();
        String name = Names.layer(parts, cell);
        Matcher keras = KERAS_DIRECTION.matcher(parts.prefix());
        boolean named = keras.find();
        boolean reverse =
                parts.suffix().endsWith("_reverse") || named && keras.group(2).equals("backward");
        String stack = named ? keras.replaceFirst("$1") : parts.prefix();
        int depth = depth(parts.suffix());
        List<FoundLayer> layers = new ArrayList<>();
        layers.add(new FoundLayer(name, stack, depth, 0, reverse, fits));
        if (fits.get(0).directions() == 2) {
            layers.add(new FoundLayer(name + "_reverse", stack, depth, 1, true, fits));
        }
        return layers;
    }

    private static int depth(String suffix) {
        Matcher m = Pattern.compile("_l(\\d{1,6})").matcher(suffix);
        return m.find() ? Integer.parseInt(m.group(1)) : 0;
    }
}
