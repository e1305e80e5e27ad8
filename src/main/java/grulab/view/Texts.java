package grulab.view;

import grulab.presentation.Message;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Every word on the screen, in the language chosen now; what is bound here changes with the language. */
public final class Texts {
    private static final String WINDOW = "grulab.view.messages";
    /** The diagram, and what the Step workspace says. */
    private static final String STEP = "grulab.view.step";
    /** The Conventions workspace, and what is said of frameworks and files. */
    private static final String CONVENTIONS = "grulab.view.conventions";

    /** What a diagnosis says, there as on the command line. */
    private static final String DIAGNOSIS = "grulab.view.diagnosis";

    private final ReadOnlyObjectWrapper<ResourceBundle> bundle;
    private List<ResourceBundle> rooms;

    public Texts(ObjectProperty<Locale> language) {
        rooms = rooms(language.get());
        bundle = new ReadOnlyObjectWrapper<>(this, "bundle", bundle(WINDOW, language.get()));
        language.addListener((o, old, now) -> {
            rooms = rooms(now);
            bundle.set(bundle(WINDOW, now));
        });
    }

    /** Changes when the language does: bindings of longer sentences depend on it. */
    public ReadOnlyObjectProperty<ResourceBundle> language() {
        return bundle.getReadOnlyProperty();
    }

    public boolean chinese() {
        return bundle.get().getLocale().getLanguage().equals("zh");
    }

    boolean has(String key) {
        return bundle.get().containsKey(key) || rooms.stream().anyMatch(room -> room.containsKey(key));
    }

    public String of(String key, Object... arguments) {
        String text = rooms.stream()
                .filter(room -> room.containsKey(key))
                .findFirst()
                .orElse(bundle.get())
                .getString(key);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            text = text.replace("{" + i + "}", argument instanceof Message m ? of(m) : argument.toString());
        }
        return text;
    }

    public String of(@Nullable Message message) {
        return message == null ? "" : of(message.key(), message.arguments().toArray());
    }

    public StringBinding bind(String key) {
        return Bindings.createStringBinding(() -> of(key), bundle);
    }

    /** A text that is made again when the language or one of the values changes. */
    public StringBinding bind(Supplier<String> text, Observable... values) {
        Observable[] all = new Observable[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = bundle;
        return Bindings.createStringBinding(text::get, all);
    }

    private static List<ResourceBundle> rooms(Locale locale) {
        return List.of(bundle(STEP, locale), bundle(CONVENTIONS, locale), bundle(DIAGNOSIS, locale));
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        // The root bundle is English: without this an English choice on a Chinese machine would find Chinese.
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
