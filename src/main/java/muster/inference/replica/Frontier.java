package muster.inference.replica;

import java.util.List;
import java.util.Optional;
import muster.inference.step.TimeModel;

/**
 * The deployments of a model on a kind of chip between which there is a choice: none has another that is faster for one stream
 * and yields as many tokens per chip.
 *
 * @param points the deployments, fastest stream first
 * @param fewestChips the fewest chips of the search that hold the model and one sequence; 0 where none do
 * @param tried how many deployments were timed
 */
public record Frontier(List<OperatingPoint> points, int fewestChips, int tried) {

    public Frontier {
        points = List.copyOf(points);
    }

    /**
     * Times every deployment that fits and keeps those between which there is a choice.
     *
     * @param model the step-time model
     * @param setup the model on the chip
     * @param request what is asked for
     * @param promptUtilization how busy chips are that only prefill
     */
    public static Frontier search(
            TimeModel model, ModelOnChip setup, ReplicaRequest request, double promptUtilization) {
        LayoutSearch search = new LayoutSearch(model, setup, request, promptUtilization);
        search.run();
        return new Frontier(
                LayoutSearch.undominated(search.found()).stream()
                        .map(search::point)
                        .toList(),
                search.fewestChips(),
                search.tried());
    }

    /**
     * The limits of a search that bind: without which more tokens per chip could be had at a speed.
     *
     * @param chip what the limits are told of, as the id of the kind of chip
     * @param model the step-time model
     * @param setup the model on the chip
     * @param request what was asked for
     * @param point what was found
     * @param serialSpeed the speed that every stream must have, in token/s
     */
    public static List<BindingLimit> limits(
            String chip,
            TimeModel model,
            ModelOnChip setup,
            ReplicaRequest request,
            OperatingPoint point,
            double serialSpeed) {
        double load = setup.calibration().prefillLoad();
        return new LimitProbe(
                        chip,
                        request,
                        point.throughputPerChip(),
                        other -> search(model, setup, other, load)
                                .atLeast(serialSpeed)
                                .map(OperatingPoint::throughputPerChip)
                                .orElse(0.0))
                .of(point.deployment());
    }

    /** The deployment with the most tokens per chip whose streams have at least this speed. */
    public Optional<OperatingPoint> atLeast(double serialSpeed) {
        return points.stream()
                .filter(point -> point.serialSpeed() >= serialSpeed)
                .reduce((faster, slower) -> slower);
    }

    /** The deployment with the fastest streams. */
    public Optional<OperatingPoint> fastest() {
        return points.stream().findFirst();
    }
}
