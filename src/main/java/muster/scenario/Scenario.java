package muster.scenario;

import java.util.List;
import java.util.Optional;
import muster.allocation.Allocation;
import muster.catalog.EntryKind;
import muster.document.yaml.Text;
import muster.fleet.FleetShare;
import muster.inference.Inference;
import muster.research.Research;
import muster.scaling.Training;
import muster.workforce.Lead;
import muster.workforce.Workforce;

/**
 * A scenario file. Each section that is there is computed; sections build on the ones before.
 *
 * @param purpose what it is for, and what not, in a line
 * @param headline the inputs that a reader should look at first, by path, at most eight; the others are for experts
 * @param fleet the chips
 * @param training what is trained on them
 * @param inference what is served on them
 * @param workforce what the tokens are worth
 * @param research what the work amounts to as research
 * @param lead how long the workforce is turned to research
 * @param allocation what the fleet is split over, for {@code muster allocate}
 * @param correlations how uncertain inputs move together
 */
public record Scenario(
        Optional<String> purpose,
        Optional<List<Text>> headline,
        Optional<FleetShare> fleet,
        Optional<Training> training,
        Optional<Inference> inference,
        Optional<Workforce> workforce,
        Optional<Research> research,
        Optional<Lead> lead,
        Optional<Allocation> allocation,
        Optional<List<InputCorrelation>> correlations) {

    /** How many inputs a reader can take in at first. */
    static final int MOST_HEADLINES = 8;

    /** The same with another section of research. */
    Scenario with(Research other) {
        return new Scenario(
                purpose,
                headline,
                fleet,
                training,
                inference,
                workforce,
                Optional.of(other),
                lead,
                allocation,
                correlations);
    }

    /** Scenarios in the catalog. */
    public static final EntryKind<Scenario> KIND = new EntryKind<>("scenario/v1", "scenarios", Scenario.class);
}
