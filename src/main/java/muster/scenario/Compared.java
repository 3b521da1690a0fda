package muster.scenario;

import java.util.List;
import java.util.Optional;
import muster.catalog.Edition;
import muster.technique.Comparison;
import muster.uncertainty.Sampling;

/**
 * Techniques in a scenario.
 *
 * @param scenario the id of the scenario
 * @param settings the assignments laid over it
 * @param catalog the catalog that it was computed from
 * @param notes what the comparison rests on
 * @param requiredSpeed the speed that every stream must have, in token/s
 * @param comparison the techniques beside the base
 * @param sampling how inputs were sampled, where they were
 */
public record Compared(
        String scenario,
        List<String> settings,
        Edition catalog,
        List<String> notes,
        double requiredSpeed,
        Comparison comparison,
        Optional<Sampling> sampling) {
    /** Researchers that work at once. */
    public static final String RESEARCHERS = "workforce.parallel_researchers";

    /** Their work, fast or slow. */
    public static final String WORK = "workforce.researcher_months_per_month";

    public Compared {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
    }
}
