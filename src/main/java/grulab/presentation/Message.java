package grulab.presentation;

import java.util.List;

/**
 * One sentence to a person, before it has a language.
 *
 * @param key of the sentence in the bundles of every language
 * @param arguments what stands in its places {0}, {1} …; a Message among them is put into words first
 * @param done whether it only tells that something was done, and need not be read
 */
public record Message(String key, List<Object> arguments, boolean done) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments), false);
    }

    /** That something was done; it leaves by itself. */
    public static Message done(String key, Object... arguments) {
        return new Message(key, List.of(arguments), true);
    }
}
