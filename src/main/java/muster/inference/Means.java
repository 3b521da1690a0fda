package muster.inference;

import java.util.Optional;
import java.util.function.DoubleFunction;
import muster.fleet.FleetPlan;
import muster.model.Architecture;

/**
 * What a scenario serves with.
 *
 * @param fleet the fleet, where there is one
 * @param model the model by its parameters, where its shape is known
 */
public record Means(Optional<FleetPlan> fleet, Optional<DoubleFunction<Architecture>> model) {}
