package muster.scaling.fit;

import java.util.List;

/**
 * The runs that a fit is of.
 *
 * @param file where they stand
 * @param kept the runs
 * @param dropped how many with the highest losses were left out
 */
public record FitRuns(String file, List<TrainingRun> kept, int dropped) {
    public FitRuns {
        kept = List.copyOf(kept);
    }
}
