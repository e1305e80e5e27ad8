package grulab.presentation;

/** What went wrong, for people. */
final class Sentences {
    private Sentences() {}

    /** The message of an error, or its name if it has none. */
    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
