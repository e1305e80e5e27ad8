package grulab.model;

import java.util.Locale;

/** The recurrent cells that the engine can train. */
public enum CellType {
    GRU;

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
