package muster.allocation.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that could be trained.
 *
 * @param id the id of the model
 * @param workFlop the training compute
 * @param mostFlopPerSecond what the job can absorb at once, or infinity
 * @param after the models that must be complete before it begins, as a teacher before its student
 * @param rates what one chip of a type trains, in FLOP/s; types that cannot are left out
 */
public record TrainingJob(
        String id, double workFlop, double mostFlopPerSecond, List<String> after, Map<String, Double> rates) {
    public TrainingJob {
        after = List.copyOf(after);
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }

    /** What one chip of a type trains, in FLOP/s; 0 where it cannot. */
    public double rate(String chip) {
        return rates.getOrDefault(chip, 0.0);
    }
}
