package muster.inference;

import java.util.Optional;
import muster.fleet.FleetPlan;
import muster.model.ModelFamily;

/**
 * What a scenario serves with.
 *
 * @param fleet the fleet, where there is one
 * @param model the model by its size, where its shape is known
 */
public record ServingResources(Optional<FleetPlan> fleet, Optional<ModelFamily> model) {}
