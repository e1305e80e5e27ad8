package grulab.presentation;

import grulab.model.Setting;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A number while it is typed: any text at all, the last value that the text made, and what is wrong with it now. */
public final class NumberDraft {
    private final String id;
    private final double smallest;
    private final double largest;
    private final boolean whole;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyDoubleWrapper value;
    private final ReadOnlyDoubleWrapper inForce;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
    private final ReadOnlyObjectWrapper<@Nullable Message> error = new ReadOnlyObjectWrapper<>(this, "error", null);

    public NumberDraft(Setting setting, double start) {
        this(setting.id(), setting.smallest(), setting.largest(), setting.whole(), start);
    }

    public NumberDraft(String id, double smallest, double largest, boolean whole, double start) {
        this.id = id;
        this.smallest = smallest;
        this.largest = largest;
        this.whole = whole;
        value = new ReadOnlyDoubleWrapper(this, "value", start);
        inForce = new ReadOnlyDoubleWrapper(this, "inForce", start);
        text.addListener((o, old, now) -> read(now));
        text.set(NumberText.show(start));
    }

    /** Stable name: hidden, batch, steps, lr, clip, seed, stop-step, stop-perplexity. */
    public String id() {
        return id;
    }

    public StringProperty text() {
        return text;
    }

    /** The last value that was valid; the text may have gone wrong since. */
    public ReadOnlyDoubleProperty value() {
        return value.getReadOnlyProperty();
    }

    /** Null while the text is a value that is allowed. */
    public ReadOnlyObjectProperty<@Nullable Message> error() {
        return error.getReadOnlyProperty();
    }

    /** True while the text is valid and differs from what the running experiment uses. */
    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    public boolean valid() {
        return error.get() == null;
    }

    /** Writes a value into the field, as a slider or a preset does. */
    public void set(double number) {
        text.set(NumberText.show(number));
    }

    /** What the experiment uses now; a text that was not touched since follows it. */
    public void inForce(double number) {
        boolean untouched = !waiting.get() && valid();
        inForce.set(number);
        if (untouched) {
            set(number);
        }
        compare();
    }

    /** Back to what the experiment uses. */
    public void revert() {
        set(inForce.get());
    }

    private void read(String typed) {
        OptionalDouble number = NumberText.parse(typed);
        boolean good = number.isPresent() && allows(number.getAsDouble());
        error.set(good ? null : problem());
        if (good) {
            value.set(number.getAsDouble());
        }
        compare();
    }

    private void compare() {
        waiting.set(valid() && value.get() != inForce.get());
    }

    private boolean allows(double number) {
        return number >= smallest && number <= largest && (!whole || number == Math.rint(number));
    }

    private Message problem() {
        return Message.of(
                whole ? "error.whole" : "error.number",
                Message.of("setting." + id),
                NumberText.show(smallest),
                NumberText.show(largest));
    }
}
