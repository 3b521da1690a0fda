package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.uncertainty.sampling.Sampling;

/**
 * A dense model and mixtures of experts in its place, by what stays the same.
 *
 * @param experts the experts, as a scenario writes them
 * @param readings the dense model first
 */
public record MoeReadings(String experts, List<Reading> readings) {
    private static final String DENSE = "dense";
    private static final String SAME_LOSS = "same_loss";
    private static final List<String> KEYS = List.of("same_total", "same_compute", SAME_LOSS);

    /**
     * A reading.
     *
     * @param name its key, or {@code dense}
     * @param sized the model
     */
    public record Reading(String name, SizedByLaw sized) {
        /** Whether it is the dense model. */
        public boolean dense() {
            return name.equals(DENSE);
        }
    }

    public MoeReadings {
        readings = List.copyOf(readings);
    }

    // Beside other readings and another law the answer of a law that cannot hold is shown, with its warning.
    private static String beyond(String experts) {
        return experts.replaceFirst("}\\s*$", ", beyond: allowed}");
    }

    /**
     * All readings under one law.
     *
     * @param catalog where all is found
     * @param scenario the id of the scenario, where it is named
     * @param settings changes to the scenario
     * @param law the id of the law
     * @param experts the experts, as {@code {experts: 128, active: 8}}
     * @param sampling how to sample, where it is wanted
     * @param problems where problems go
     */
    public static MoeReadings of(
            Catalog catalog,
            Text scenario,
            List<String> settings,
            Text law,
            String experts,
            Optional<Sampling> sampling,
            Problems problems) {
        List<Reading> readings = new ArrayList<>();
        List<String> dense = new ArrayList<>(List.of("training.shape={}"));
        dense.addAll(settings);
        SizedByLaw.of(catalog, scenario, dense, law, sampling, problems)
                .ifPresent(sized -> readings.add(new Reading(DENSE, sized)));
        for (String key : KEYS) {
            if (!problems.none()) {
                break;
            }
            List<String> routed = new ArrayList<>(dense);
            routed.add("training.moe={%s: %s}".formatted(key, key.equals(SAME_LOSS) ? beyond(experts) : experts));
            SizedByLaw.of(catalog, scenario, routed, law, sampling, problems)
                    .ifPresent(sized -> readings.add(new Reading(key, sized)));
        }
        return new MoeReadings(experts, readings);
    }
}
