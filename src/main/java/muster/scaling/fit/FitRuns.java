package muster.scaling.fit;

import java.util.List;
import muster.diagnostic.Diagnostic;

/**
 * The runs that a fit is of.
 *
 * @param file where they stand
 * @param kept the runs
 * @param dropped how many with the highest losses were left out
 * @param warnings what looks odd in them
 */
public record FitRuns(String file, List<TrainingRun> kept, int dropped, List<Diagnostic> warnings) {
    public FitRuns {
        kept = List.copyOf(kept);
        warnings = List.copyOf(warnings);
    }
}
