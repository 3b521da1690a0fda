package muster.uncertainty.distribution;

/**
 * A distribution of which only the part between two values is kept.
 *
 * @param whole the distribution
 * @param least the least value that is kept, in base units
 * @param greatest the greatest value that is kept
 * @param central the value that stands for the whole
 */
public record Truncated(Distribution whole, double least, double greatest, double central) implements Distribution {

    /** The part between two values, of which some is there; the middle that was given, where it is kept, else the median. */
    public static Truncated of(Distribution whole, double least, double greatest) {
        double middle = whole.central();
        boolean kept = middle >= least && middle <= greatest && middle != whole.quantile(0.5);
        double median = new Truncated(whole, least, greatest, Double.NaN).quantile(0.5);
        return new Truncated(whole, least, greatest, kept ? middle : median);
    }

    private double below() {
        return least == whole.least() ? 0 : whole.cumulative(Math.nextDown(least));
    }

    private double kept() {
        return whole.cumulative(greatest) - below();
    }

    @Override
    public double quantile(double probability) {
        return inside(whole.quantile(below() + probability * kept()));
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return inside(whole.quantileNear(below() + probability * kept(), guess));
    }

    // What is rounded to a neighbour beyond an end.
    private double inside(double value) {
        return Math.max(least, Math.min(greatest, value));
    }

    @Override
    public double cumulative(double value) {
        return value < least ? 0 : value >= greatest ? 1 : (whole.cumulative(value) - below()) / kept();
    }

    @Override
    public double density(double value) {
        return value < least || value > greatest ? 0 : whole.density(value) / kept();
    }
}
