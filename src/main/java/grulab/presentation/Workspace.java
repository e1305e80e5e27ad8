package grulab.presentation;

/** The rooms of the window that are there. */
public enum Workspace {
    TRAIN,
    STEP
}
