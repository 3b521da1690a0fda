package muster.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import muster.fleet.FleetCapacity;
import muster.fleet.chips.ChipCount;
import muster.inference.serving.InferenceFigures;
import muster.model.ServedModel;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What there is to serve with in a run.
 *
 * @param capacity the fleet, where there is one
 * @param share the part of it that serves; without one, the share of the fleet
 * @param rate the dense peak rate that serves, in FLOP/s, where a method computes with it
 * @param parameters the size of the model, where there is one
 * @param activeOfShape the parameters that a token is multiplied with, counted in the shape of a model that is trained; a law
 *     tells them a little otherwise
 * @param work what a throughput, in token/s, at a serial speed, in token/s, is worth at the central values; where more researchers
 *     at once each add less
 * @param serialSpeed the speed of one stream, in token/s/stream, where the scenario states it
 */
public record ServingTask(
        Optional<FleetCapacity> capacity,
        Optional<Input> share,
        Optional<Figure> rate,
        Optional<ServedModel.Parameters> parameters,
        Optional<Figure> activeOfShape,
        Optional<DoubleBinaryOperator> work,
        Optional<Figure> serialSpeed) {

    /** The speed that the scenario states, as methods need it that know none. */
    Figure statedSpeed() {
        return serialSpeed.orElseThrow(() -> new IllegalStateException("a method without a speed of its own"));
    }

    /** The parameters that a token is multiplied with: as the shape counts them where there is one, as of a model in the catalog. */
    Figure counted(ServedModel.Parameters size) {
        return activeOfShape.orElse(size.active());
    }

    /**
     * A throughput by kinds of chips, each of which has of it what it has of a whole.
     *
     * @param throughput in token/s
     * @param part what the chips of a kind have of that whole, in any unit
     */
    Map<String, Figure> divided(Figure throughput, Function<ChipCount, Figure> part) {
        List<ChipCount> kinds = capacity.map(FleetCapacity::chips).orElse(List.of());
        if (capacity.filter(FleetCapacity::ofChips).isEmpty()) {
            return Map.of();
        }
        List<Figure> parts = kinds.stream().map(part).toList();
        Optional<Figure> whole = parts.stream().reduce(Figure::plus);
        Map<String, Figure> divided = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Figure some = throughput.times(parts.get(i).over(whole.orElseThrow()));
            divided.merge(kinds.get(i).type().id().value(), some, Figure::plus);
        }
        return divided;
    }

    /** The chips of every kind that serve and are up. */
    Figure chips(Chain chain) {
        FleetCapacity fleet = capacity.orElseThrow(() -> new IllegalStateException("chips without a fleet"));
        return fleet.chips().stream()
                .map(ChipCount::count)
                .reduce(Figure::plus)
                .orElseThrow(() -> new IllegalStateException("a fleet without chips"))
                .times(fleet.serving(chain, share))
                .times(chain.input(fleet.fleet().availability(), ""))
                .as(InferenceFigures.TOTAL_CHIPS, "", "chip");
    }
}
