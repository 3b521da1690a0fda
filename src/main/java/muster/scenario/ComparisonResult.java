package muster.scenario;

import java.util.List;
import java.util.Optional;
import muster.catalog.Edition;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.ServiceLife;
import muster.technique.comparison.TechniqueComparison;
import muster.uncertainty.sampling.Sampling;
import muster.workforce.WorkforceFigures;

/**
 * Techniques in a scenario.
 *
 * @param scenario the id of the scenario
 * @param settings the assignments laid over it
 * @param catalog the catalog that it was computed from
 * @param notes what the comparison rests on
 * @param requiredSpeed the speed that every stream must have, in token/s
 * @param maxReplicaChips the most chips that a replica may take
 * @param comparison the techniques beside the base
 * @param surroundings each technique alone at other speeds and replicas, where that was asked for
 * @param span for how long, or for how many tokens, a model is served
 * @param sampling how inputs were sampled, where they were
 */
public record ComparisonResult(
        String scenario,
        List<String> settings,
        Edition catalog,
        List<String> notes,
        double requiredSpeed,
        int maxReplicaChips,
        TechniqueComparison comparison,
        List<DesignRange> surroundings,
        ServiceLife span,
        Optional<Sampling> sampling) {
    /** Researchers that work at once. */
    public static final String RESEARCHERS = WorkforceFigures.PARALLEL_RESEARCHERS;

    /** Their work, fast or slow. */
    public static final String WORK = WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH;

    public ComparisonResult {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
        surroundings = List.copyOf(surroundings);
    }
}
