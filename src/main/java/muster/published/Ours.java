package muster.published;

import java.util.List;
import java.util.Optional;
import muster.document.Text;
import muster.unit.Quantity;

/**
 * A figure of Muster's own chain.
 *
 * @param scenario the id of the scenario
 * @param set changes to the scenario, as {@code training.utilization=100%}
 * @param quantity the name of the figure
 * @param per the id of a scenario whose same figure ours is divided by
 * @param during a time that a rate is multiplied by
 */
public record Ours(
        Text scenario, Optional<List<String>> set, String quantity, Optional<Text> per, Optional<Quantity> during) {}
