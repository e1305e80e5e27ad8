package grulab.presentation;

import java.util.List;

/**
 * One sentence to a person, before it has a language.
 *
 * @param key of the sentence in the bundles of every language
 * @param arguments what stands in its places {0}, {1} …; a Message among them is put into words first
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
