package muster.view.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.AllocationPlan;
import muster.allocation.search.AllocationSolution;
import muster.diagnostic.Diagnostic;
import muster.scenario.Estimate;
import muster.uncertainty.sampling.SampleSummary;
import muster.uncertainty.sampling.Sampling;

/**
 * An allocation with all that is told beside it.
 *
 * @param estimate the scenario's estimate: its id, basis, catalog and warnings
 * @param section the allocation, looked up
 * @param allocated the best plan and what it is compared with
 * @param unrequired the same without the capability that is required, where one is
 * @param sampling how uncertain inputs were sampled, where they were
 * @param spread how figures are spread over the samples
 */
public record AllocationResult(
        Estimate estimate,
        AllocationPlan section,
        AllocationSolution allocated,
        Optional<AllocationSolution> unrequired,
        Optional<Sampling> sampling,
        Map<String, SampleSummary> spread) {
    public AllocationResult {
        spread = Collections.unmodifiableMap(new LinkedHashMap<>(spread));
    }

    /** Why nothing is done, where nothing is. */
    Optional<Idleness> idle() {
        return allocated.nothing().map(why -> new Idleness(this, why));
    }

    /** The warnings of the scenario and of the allocation. */
    List<Diagnostic> warnings() {
        List<Diagnostic> all = new ArrayList<>(estimate.warnings());
        section.chain().warnings().stream()
                .filter(warning -> !all.contains(warning))
                .forEach(all::add);
        section.cautions().stream().filter(warning -> !all.contains(warning)).forEach(all::add);
        allocated.best().ifPresent(best -> all.addAll(section.warnings(best)));
        return all;
    }
}
