package grulab.control;

import grulab.model.MetricPoint;
import java.util.Arrays;
import java.util.List;

/** A series of losses put together by columns of device pixels, so that a million batches draw as fast as a thousand. */
final class LossCurve {
    private final int columns;
    private final double[] least;
    private final double[] greatest;
    private final double[] smoothed;
    private final boolean[] clipped;

    LossCurve(List<MetricPoint> points, ChartFrame frame, double ratio) {
        columns = Math.max(1, (int) Math.rint(frame.width() * ratio)) + 1;
        least = new double[columns];
        greatest = new double[columns];
        smoothed = new double[columns];
        clipped = new boolean[columns];
        Arrays.fill(least, Double.NaN);
        Arrays.fill(greatest, Double.NaN);
        Arrays.fill(smoothed, Double.NaN);
        for (MetricPoint p : points) {
            int at = column(frame, (p.first() + p.last()) / 2.0, ratio);
            least[at] = Double.isNaN(least[at]) ? p.least() : Math.min(least[at], p.least());
            greatest[at] = Double.isNaN(greatest[at]) ? p.greatest() : Math.max(greatest[at], p.greatest());
            smoothed[at] = p.smoothed();
            for (int i = 0; i < p.clipped() && i < columns; i++) {
                double share = p.clipped() == 1 ? 0.5 : (double) i / (p.clipped() - 1);
                clipped[column(frame, p.first() + share * (p.last() - p.first()), ratio)] = true;
            }
        }
        if (!points.isEmpty()) {
            // The ends belong to the first and the last batch, also where several were put together.
            smoothed[0] = points.get(0).smoothed();
            smoothed[column(frame, points.get(points.size() - 1).last(), ratio)] =
                    points.get(points.size() - 1).smoothed();
        }
    }

    private int column(ChartFrame frame, double batch, double ratio) {
        return Math.max(0, Math.min(columns - 1, (int) Math.rint((frame.x(batch) - frame.left()) * ratio)));
    }

    int columns() {
        return columns;
    }

    /** NaN where no batch falls on the column. */
    double least(int column) {
        return least[column];
    }

    double greatest(int column) {
        return greatest[column];
    }

    double smoothed(int column) {
        return smoothed[column];
    }

    boolean clipped(int column) {
        return clipped[column];
    }
}
