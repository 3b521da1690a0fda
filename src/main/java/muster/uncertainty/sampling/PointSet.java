package muster.uncertainty.sampling;

import java.util.Locale;

/** How the points at which a model is computed are spread over the unit cube. */
public enum PointSet {
    /** Like random numbers. */
    PSEUDO,
    /** More evenly: a Sobol sequence, scrambled at random so that the error can be told. */
    SOBOL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
