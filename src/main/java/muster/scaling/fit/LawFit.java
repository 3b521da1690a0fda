package muster.scaling.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scaling.loss.ChinchillaLoss;

/**
 * A sum of powers fitted to runs: least squares by {@link Projection}, then the objective itself by {@link Refinement}.
 *
 * @param objective what the fit makes small
 * @param tied whether both exponents are one
 */
public record LawFit(Objective objective, boolean tied) {
    /** C = 6 N D. */
    static final double FLOP_PER_PARAMETER_TOKEN = 6;

    // Runs that tell every constant do so in one draw of a few at least.
    private static final int MOST_DRAWS = 1000;

    /** The fewest runs that can be fitted: one more than there are constants. */
    public int fewestRuns() {
        return tied ? 5 : 6;
    }

    /**
     * Whether there are as many runs, and of conditions that tell each constant; where not, that is reported at the place that
     * names them.
     */
    public boolean enough(FitRuns runs, Place place, Problems problems) {
        if (runs.kept().size() < fewestRuns()) {
            problems.error(
                    "too-few-runs",
                    place,
                    "%s runs are left, and this form needs %s"
                            .formatted(runs.kept().size(), fewestRuns()));
            return false;
        }
        List<String> reasons = Identifiability.of(runs.kept()).reasons(tied);
        reasons.forEach(reason -> problems.error("not-identifiable", place, reason));
        return reasons.isEmpty();
    }

    /** The law that fits best. */
    public ChinchillaLoss of(List<TrainingRun> runs) {
        ChinchillaLoss squares = new Projection(runs, tied).best();
        return objective == Objective.SQUARES ? squares : new Refinement(runs, objective, tied).near(squares);
    }

    /**
     * The laws of samples of the runs, drawn with replacement; sample i is the same for the same seed, whatever the threads. A sample
     * whose runs do not tell every constant is drawn again.
     *
     * @param runs the runs
     * @param law the law of all runs, near which the others are searched for
     * @param count how many
     * @param seed chooses the samples
     * @param progress is told of each law that is done
     */
    public List<ChinchillaLoss> bootstrap(
            List<TrainingRun> runs, ChinchillaLoss law, int count, long seed, Consumer<ChinchillaLoss> progress) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    ChinchillaLoss drawn = near(law, drawn(runs, new SplittableRandom(seed + i)));
                    progress.accept(drawn);
                    return drawn;
                })
                .toList();
    }

    private ChinchillaLoss near(ChinchillaLoss law, List<TrainingRun> runs) {
        return objective == Objective.SQUARES
                ? new Projection(runs, tied).near(law)
                : new Refinement(runs, objective, tied).near(law);
    }

    private List<TrainingRun> drawn(List<TrainingRun> runs, SplittableRandom random) {
        List<TrainingRun> drawn = once(runs, random);
        for (int again = 0;
                again < MOST_DRAWS && !Identifiability.of(drawn).reasons(tied).isEmpty();
                again++) {
            drawn = once(runs, random);
        }
        return drawn;
    }

    private static List<TrainingRun> once(List<TrainingRun> runs, SplittableRandom random) {
        List<TrainingRun> drawn = new ArrayList<>(runs.size());
        for (int i = 0; i < runs.size(); i++) {
            drawn.add(runs.get(random.nextInt(runs.size())));
        }
        return drawn;
    }
}
