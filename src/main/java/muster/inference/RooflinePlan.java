package muster.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import muster.fleet.Capacity;
import muster.fleet.ChipCount;
import muster.fleet.ChipType;
import muster.model.Architecture;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * A fleet that serves a model at a required speed, looked up.
 *
 * <p>Replicas are searched for at the central values of the hardware and of the calibration; what a sample changes is how many chips
 * there are, the required speed, the error and the size of the model.
 */
public final class RooflinePlan implements ThroughputPlan {
    private static final Source MULTIPLY_ADD = Source.of(
            "default",
            "a multiply and an add per parameter in a forward pass; Kaplan et al. 2020, arXiv 2001.08361, section 2.1",
            Tier.DEFINITION);
    private static final Source NOTHING =
            Source.of("replica", "no chip of the fleet forms a replica of the model", Tier.DERIVED);

    private final Roofline roofline;
    private final OnChips onChips;
    private final DoubleFunction<Architecture> model;
    private final List<ChipType> types;
    private final Map<Double, Kinds> kinds = new ConcurrentHashMap<>();

    /**
     * A fleet that serves.
     *
     * @param roofline the section
     * @param onChips how the model is set up
     * @param model the model by its active parameters
     * @param types the kinds of chips of the fleet
     */
    RooflinePlan(Roofline roofline, OnChips onChips, DoubleFunction<Architecture> model, List<ChipType> types) {
        this.roofline = roofline;
        this.onChips = onChips;
        this.model = model;
        Map<String, ChipType> distinct = new LinkedHashMap<>();
        types.forEach(type -> distinct.putIfAbsent(type.id().value(), type));
        this.types = List.copyOf(distinct.values());
    }

    /**
     * The kinds of chips for a model of a size.
     *
     * @param able those that form a replica
     * @param unable those that form none, with the reason
     */
    record Kinds(List<OnChip> able, Map<ChipType, String> unable) {}

    /** The kinds of chips for a model of so many active parameters, searched for once. */
    Kinds kinds(double parameters) {
        return kinds.computeIfAbsent(parameters, this::search);
    }

    private Kinds search(double parameters) {
        List<OnChip> able = new ArrayList<>();
        Map<ChipType, String> unable = new LinkedHashMap<>();
        for (ChipType type : types) {
            new Candidate(roofline, onChips, model, type).at(parameters, able, unable);
        }
        return new Kinds(able, unable);
    }

    @Override
    public Served apply(Chain chain, Task task) {
        Capacity capacity = task.capacity().orElseThrow(() -> new IllegalStateException("a roofline without a fleet"));
        Figure parameters =
                task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model"));
        roofline.context().look(chain);
        Figure required = chain.input(roofline.required(), "v").as("inference.serial_speed", "v", "token/s/stream");
        Map<String, Figure> chips = serving(chain, capacity, task);
        Kinds found = kinds(parameters.central("parameter").base());
        Figure throughput = found.able().stream()
                .map(on -> on.serve(chain, of(chips, on), required, parameters))
                .reduce(Figure::plus)
                .orElseGet(() ->
                        required.times(chain.constant("inference.no_replica", "", Quantity.of(0, "stream"), NOTHING)))
                .as("inference.throughput", "R", "token/s");
        warn(chain, found, chips, required);
        Figure perToken = chain.constant(
                        "inference.flop_per_parameter_token",
                        "k_infer",
                        Quantity.of(2, "FLOP/parameter/token"),
                        MULTIPLY_ADD)
                .times(parameters)
                .as("inference.flop_per_token", "f", "FLOP/token");
        found.able().stream()
                .map(on -> of(chips, on).times(chain.input(on.rate(), "")))
                .reduce(Figure::plus)
                .ifPresent(peak -> throughput
                        .times(perToken)
                        .over(peak.as("inference.peak", "", "FLOP/s"))
                        .as("inference.utilization", "u", "1"));
        return new Served(
                throughput,
                required,
                throughput.over(required).as("inference.streams", "S", "stream"),
                Optional.of(perToken));
    }

    // Chips of each kind that are up in the part of the fleet that serves.
    private static Map<String, Figure> serving(Chain chain, Capacity capacity, Task task) {
        Map<String, Figure> counts = new LinkedHashMap<>();
        for (ChipCount some : capacity.chips()) {
            counts.merge(some.type().id().value(), some.count(), Figure::plus);
        }
        Map<String, Figure> serving = new LinkedHashMap<>();
        counts.forEach((id, count) -> serving.put(
                id,
                count.times(capacity.share(chain, task.share()))
                        .times(chain.input(capacity.fleet().availability(), ""))
                        .as("inference.chips." + id, "", "chip")));
        return serving;
    }

    // What the fleet lists has a count.
    private static Figure of(Map<String, Figure> chips, OnChip on) {
        return Optional.ofNullable(chips.get(on.id()))
                .orElseThrow(() -> new IllegalStateException("no count of " + on.id()));
    }

    private static void warn(Chain chain, Kinds found, Map<String, Figure> chips, Figure required) {
        double speed = required.central("token/s/stream").base();
        found.unable().forEach((type, reason) -> idle(chain, type, reason));
        found.able()
                .forEach(on -> on.idle(of(chips, on).central("chip").base(), speed)
                        .ifPresent(reason -> idle(chain, on.type(), reason)));
    }

    private static void idle(Chain chain, ChipType type, String reason) {
        chain.warn("serves-nothing", type.place(), "%s serves nothing: %s".formatted(type.name(), reason));
    }
}
