package muster.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import muster.allocation.problem.Situation;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.PlanEvaluation;
import muster.allocation.search.PlanReplay;
import muster.allocation.search.UnprovenProgram;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampler;
import muster.uncertainty.sampling.Sampling;

/**
 * How the best plan depends on what is uncertain: each sample is solved anew, and the plan for central values is followed in
 * it.
 *
 * <pre>
 * allocation.worth        what the best plan of a sample is worth, in researcher-months
 * allocation.trained_part the part of all compute that it trains with
 * allocation.experiments_part the part of it that runs experiments, under a law of research
 * allocation.trained_flop the training compute of what it trains, in FLOP
 * allocation.regret       what following the central plan gives away, as a part of that worth
 * </pre>
 */
public final class Robustness {
    private static final String EXPERIMENTS = "experiments_part";

    private static final double ROUNDING = 1e-12;

    private Robustness() {}

    /** The spread of these figures over samples. */
    public static Map<String, SampleSummary> of(
            AllocationPlan allocation,
            OptimalPlan central,
            Sampling sampling,
            RankCorrelations correlations,
            LongConsumer progress) {
        Situation planned = allocation.situation();
        try {
            return Sampler.run(
                    sampling,
                    allocation.drawn(),
                    correlations,
                    () -> draw -> figures(allocation, planned, central, draw),
                    progress);
        } catch (IllegalStateException failed) {
            if (failed.getCause() instanceof UnprovenProgram unproven) {
                throw unproven;
            }
            throw failed;
        }
    }

    private static Map<String, double[]> figures(
            AllocationPlan allocation, Situation planned, OptimalPlan central, SampleBatch draw) {
        List<Situation> situations = allocation.situations(draw);
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (String name : List.of("worth", "trained_part", "trained_flop", "regret")) {
            figures.put("allocation." + name, new double[draw.size()]);
        }
        if (allocation.research().isPresent()) {
            figures.put("allocation." + EXPERIMENTS, new double[draw.size()]);
        }
        for (int sample = 0; sample < situations.size(); sample++) {
            Situation real = situations.get(sample);
            Optional<OptimalPlan> best = AllocationSolution.best(real);
            double worth = best.map(OptimalPlan::worth).orElse(0.0);
            double followed = PlanReplay.worth(planned, central, real);
            column(figures, "worth")[sample] = worth;
            column(figures, "trained_part")[sample] =
                    best.map(Robustness::trainedPart).orElse(0.0);
            if (real.research().isPresent()) {
                column(figures, EXPERIMENTS)[sample] =
                        best.map(Robustness::experimentsPart).orElse(0.0);
            }
            column(figures, "trained_flop")[sample] =
                    best.map(plan -> trainedFlop(real, plan)).orElse(0.0);
            column(figures, "regret")[sample] = worth > 0 ? regret(followed / worth) : 0;
        }
        return figures;
    }

    // The best plan, replayed, is worth itself but for rounding.
    private static double regret(double followed) {
        double lost = 1 - followed;
        return lost < ROUNDING ? 0 : lost;
    }

    private static double[] column(Map<String, double[]> figures, String name) {
        return figures.getOrDefault("allocation." + name, new double[0]);
    }

    private static double trainedPart(OptimalPlan plan) {
        return plan.evaluation().periods().stream()
                .mapToDouble(PlanEvaluation.Period::trainedPart)
                .average()
                .orElse(0);
    }

    private static double experimentsPart(OptimalPlan plan) {
        return plan.evaluation().periods().stream()
                .flatMap(period -> period.research().stream())
                .mapToDouble(PlanEvaluation.Research::part)
                .average()
                .orElse(0);
    }

    private static double trainedFlop(Situation situation, OptimalPlan plan) {
        return plan.schedule().completion().keySet().stream()
                .mapToDouble(job -> situation.job(job).workFlop())
                .sum();
    }
}
