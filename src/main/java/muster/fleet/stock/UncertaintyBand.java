package muster.fleet.stock;

import java.util.stream.Stream;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.PointMass;
import muster.uncertainty.distribution.TwoPiece;
import muster.uncertainty.sampling.Percentiles;

/**
 * The 5th, 50th and 95th percentile of a number, in base units. Sums and multiples are those of numbers that rise and fall as
 * one, as the counts of one chip at different dates do.
 */
public record UncertaintyBand(double p5, double p50, double p95) {
    static final UncertaintyBand NONE = new UncertaintyBand(0, 0, 0);

    private static final double COVERAGE = 0.9;

    /**
     * Three percentiles of a file.
     *
     * @throws IllegalArgumentException unless they rise, or are one number
     */
    static UncertaintyBand of(Input p5, Input p50, Input p95) {
        double[] values = Stream.of(p5, p50, p95)
                .mapToDouble(input -> input.value().distribution().central())
                .toArray();
        UncertaintyBand band = new UncertaintyBand(values[0], values[1], values[2]);
        if (!band.rises() && !band.certain()) {
            throw new IllegalArgumentException("p5, p50 and p95 rise or are one number, and %s, %s, %s do neither"
                    .formatted(p5.value(), p50.value(), p95.value()));
        }
        return band;
    }

    UncertaintyBand plus(UncertaintyBand other) {
        return new UncertaintyBand(p5 + other.p5, p50 + other.p50, p95 + other.p95);
    }

    UncertaintyBand minus(UncertaintyBand other) {
        return plus(other.times(-1));
    }

    UncertaintyBand times(double factor) {
        return new UncertaintyBand(p5 * factor, p50 * factor, p95 * factor);
    }

    public Percentiles percentiles() {
        return new Percentiles(p5, p50, p95);
    }

    /** A distribution through the three; the median alone where they do not rise. */
    Distribution distribution() {
        return rises() ? TwoPiece.through(p5, p50, p95, COVERAGE) : new PointMass(p50);
    }

    private boolean rises() {
        return p5 < p50 && p50 < p95;
    }

    private boolean certain() {
        return p5 == p50 && p50 == p95;
    }
}
