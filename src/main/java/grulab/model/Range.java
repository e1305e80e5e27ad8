package grulab.model;

/** What a number may be set to, both ends included. */
public record Range(double low, double high) {
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
