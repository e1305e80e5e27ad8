package grulab.service;

/**
 * A command that was not carried out.
 *
 * @param command what was asked for
 * @param sentence why not, and what would be right
 * @param limit the number that the sentence turns on, if there is one (tokens that a text needs); 0 otherwise
 */
public record Refusal(Command command, String sentence, long limit) {
    /** Everything that can be refused. */
    public enum Command {
        START,
        TRAIN,
        CONVENTION,
        SETTING,
        WATCH,
        HISTORY,
        WEIGHTS,
        SAMPLE,
        SAVE,
        OPEN,
        TAKE_BACK
    }
}
