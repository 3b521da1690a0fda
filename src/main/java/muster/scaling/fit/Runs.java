package muster.scaling.fit;

import java.util.List;

/**
 * The runs that a fit is of.
 *
 * @param file where they stand
 * @param kept the runs
 * @param dropped how many with the highest losses were left out
 */
public record Runs(String file, List<Run> kept, int dropped) {
    public Runs {
        kept = List.copyOf(kept);
    }
}
