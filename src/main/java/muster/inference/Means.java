package muster.inference;

import java.util.Optional;
import muster.fleet.FleetPlan;
import muster.model.ServedModel;

/**
 * What a scenario serves with.
 *
 * @param fleet the fleet, where there is one
 * @param model the model, where there is one
 */
public record Means(Optional<FleetPlan> fleet, Optional<ServedModel.Size> model) {}
