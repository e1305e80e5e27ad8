package grulab.cli;

import grulab.interop.advice.Said;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of a diagnosis in English, from the same bundle as the window's. */
final class Phrases {
    private final ResourceBundle bundle = ResourceBundle.getBundle(
            "grulab.view.diagnosis",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    String of(Said said) {
        return of(said.key(), said.arguments().toArray());
    }

    String of(String key, Object... arguments) {
        String text = bundle.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            text = text.replace("{" + i + "}", argument instanceof Said said ? of(said) : argument.toString());
        }
        return text;
    }
}
