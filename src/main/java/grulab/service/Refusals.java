package grulab.service;

import grulab.service.Refusal.Command;
import grulab.text.UnusableText;

/** Tells what was not carried out, and why. */
final class Refusals {
    private final Mailbox mailbox;

    Refusals(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void refuse(Command what, String sentence, long limit) {
        mailbox.refusal(new Refusal(what, sentence, limit));
    }

    /** Carries something out; false, and a refusal, if what was asked for is not possible. Other errors pass. */
    boolean attempt(Command what, Runnable action) {
        try {
            action.run();
            return true;
        } catch (UnusableText e) {
            refuse(what, said(e), e.limit());
        } catch (IllegalArgumentException e) {
            refuse(what, said(e), 0);
        } catch (OutOfMemoryError e) {
            refuse(what, "This experiment does not fit into memory; take fewer units or a smaller batch.", 0);
        }
        return false;
    }

    /** The message of an error, or its name if it has none. */
    static String said(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
