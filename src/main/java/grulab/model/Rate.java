package grulab.model;

/** How fast the last second of training went; 0 before the first batch. */
public record Rate(double stepsPerSecond, double tokensPerSecond) {
    public static final Rate NONE = new Rate(0, 0);
}
