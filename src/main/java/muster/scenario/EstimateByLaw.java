package muster.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.uncertainty.sampling.Sampling;

/**
 * A scenario under several laws.
 *
 * @param sized the laws that size its model, in their order
 * @param leftOut what the others cannot do for it, by id
 */
public record EstimateByLaw(List<SizedByLaw> sized, Map<String, String> leftOut) {
    /**
     * The laws in two parts, each in their order: those to go by, and those asked too far beyond what they were fitted on, or
     * where they cannot hold.
     *
     * @param far how many times beyond is too far
     */
    public Map<Boolean, List<SizedByLaw>> apart(double far) {
        return sized.stream()
                .collect(Collectors.partitioningBy(
                        law -> law.cannotHold() || law.farthest().orElse(1) > far));
    }

    // What is amiss with a law and not with the scenario.
    private static final Set<String> OF_THE_LAW =
            Set.of("sizing-without-loss", "shape-of-experts", "not-finite", "law-cannot-hold");

    /**
     * The laws that were asked for, each of which must do.
     *
     * @param catalog where all is found
     * @param scenario the id of the scenario, where it is named
     * @param settings changes to the scenario, beside the law
     * @param laws the ids of the laws
     * @param sampling how to sample, where it is wanted
     * @param problems where problems go
     */
    public static EstimateByLaw chosen(
            Catalog catalog,
            Text scenario,
            List<String> settings,
            Collection<Text> laws,
            Optional<Sampling> sampling,
            Problems problems) {
        List<SizedByLaw> sized = new ArrayList<>();
        laws.forEach(law -> SizedByLaw.of(catalog, scenario, settings, law, sampling, problems)
                .ifPresent(sized::add));
        return new EstimateByLaw(List.copyOf(sized), Map.of());
    }

    /**
     * Every law of the catalog, as far as it can do what the scenario asks for; the parameters are those of {@link #chosen}.
     */
    public static EstimateByLaw every(
            Catalog catalog, Text scenario, List<String> settings, Optional<Sampling> sampling, Problems problems) {
        List<SizedByLaw> sized = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (Text law : SizedByLaw.everyLaw(catalog)) {
            Problems own = new Problems();
            SizedByLaw.of(catalog, scenario, settings, law, sampling, own).ifPresent(sized::add);
            List<Diagnostic> found = own.sorted();
            if (!found.isEmpty() && found.stream().allMatch(problem -> OF_THE_LAW.contains(problem.code()))) {
                leftOut.put(law.value(), why(found.get(0)));
            } else {
                found.forEach(problem -> problems.error(problem.code(), problem.place(), problem.message()));
            }
        }
        if (sized.isEmpty() && problems.none()) {
            problems.error(
                    "no-law",
                    scenario.place(),
                    "no law can do what is asked for; %s"
                            .formatted(String.join("; ", new LinkedHashSet<>(leftOut.values()))));
        }
        return new EstimateByLaw(List.copyOf(sized), leftOut);
    }

    // The expression of a figure says nothing here.
    private static String why(Diagnostic problem) {
        return problem.message().replaceFirst("is no finite number: .*", "is no finite number under it");
    }
}
