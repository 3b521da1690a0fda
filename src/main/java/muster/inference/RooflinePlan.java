package muster.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import muster.fleet.FleetCapacity;
import muster.fleet.chips.ChipType;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.Encodings;
import muster.inference.replica.LimitProbe;
import muster.inference.replica.Replica;
import muster.inference.replica.ReplicaRequest;
import muster.inference.serving.AttainableServing;
import muster.inference.serving.BestSpeed;
import muster.inference.serving.ModelOnChipType;
import muster.inference.serving.ModelVariant;
import muster.inference.serving.ServingSetup;
import muster.model.Architecture;
import muster.model.ModelFamily;
import muster.model.ModelSize;
import muster.model.ServedModel;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;

/**
 * A fleet that serves a model at a required speed, looked up. What serves, in which layout and how fast, is decided by
 * {@link #prepare} at the central values of the hardware and of the calibration, and is a {@link ServingDecision}; what a sample
 * changes is how many chips there are, the required speed, the error and the size of the model. Immutable.
 *
 * @param servingRequest what is asked for
 * @param onChips how the model is set up
 * @param model the model by its size
 * @param types the kinds of chips of the fleet, each once
 */
public record RooflinePlan(ServingRequest servingRequest, ServingSetup onChips, ModelFamily model, List<ChipType> types)
        implements ThroughputPlan {

    public RooflinePlan {
        Map<String, ChipType> distinct = new LinkedHashMap<>();
        types.forEach(type -> distinct.putIfAbsent(type.id().value(), type));
        types = List.copyOf(distinct.values());
    }

    /** The same fleet with a variant of what it serves. */
    public RooflinePlan serving(ModelVariant variant) {
        return new RooflinePlan(
                new ServingRequest(servingRequest.roofline(), required(variant)),
                onChips.as(variant),
                variant.model(),
                types);
    }

    private Optional<Input> required(ModelVariant variant) {
        return variant.serialSpeed().isEmpty()
                ? servingRequest.required()
                : servingRequest
                        .required()
                        .map(before -> new Input(
                                before.name(),
                                new Uncertain(
                                        new PointMass(variant.serialSpeed().getAsDouble()), before.unit()),
                                before.unit(),
                                before.source(),
                                before.place()));
    }

    /** How the model of the scenario is stored and multiplied. */
    public Encodings formats() {
        return onChips.formats();
    }

    /** What the replicas of the scenario are asked for. */
    public ReplicaRequest request() {
        return onChips.request();
    }

    /** The same fleet with replicas of at most so many chips. */
    public RooflinePlan upTo(int chips) {
        return with(onChips.upTo(chips));
    }

    /**
     * Generated tokens of all streams, in token/s, over the speed that every stream must have, in token/s; at the central values.
     *
     * @param size the size of the model of the scenario
     * @param chips how many chips of each kind serve, by its id
     */
    public DoubleUnaryOperator throughput(ModelSize size, Map<String, Double> chips) {
        return new AttainableServing(kinds(size).able(), chips)::throughput;
    }

    Roofline roofline() {
        return servingRequest.roofline();
    }

    /** The same fleet with its model set up otherwise. */
    RooflinePlan with(ServingSetup other) {
        return new RooflinePlan(servingRequest, other, model, types);
    }

    /** The same fleet with another model, whatever the size. */
    RooflinePlan with(Architecture other) {
        return new RooflinePlan(servingRequest, onChips, size -> other, types);
    }

    /** The kinds of chips for a model of a size. */
    Kinds kinds(ModelSize size) {
        List<ModelOnChipType> able = new ArrayList<>();
        Map<ChipType, String> unable = new LinkedHashMap<>();
        for (ChipType type : types) {
            new ChipCandidate(servingRequest, onChips, model, type).at(size, able, unable);
        }
        return new Kinds(able, unable);
    }

    /**
     * The kinds of chips for a model of a size.
     *
     * @param able those that form a replica
     * @param unable those that form none, with the reason
     */
    record Kinds(List<ModelOnChipType> able, Map<ChipType, String> unable) {
        Optional<ModelOnChipType> of(ChipType type) {
            return able.stream().filter(on -> on.id().equals(type.id().value())).findFirst();
        }
    }

    @Override
    public ServingDecision prepare(Chain central, ServingTask task) {
        FleetCapacity capacity =
                task.capacity().orElseThrow(() -> new IllegalStateException("a roofline without a fleet"));
        ServedModel.Parameters parameters =
                task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model"));
        ModelSize size = parameters.size();
        Kinds kinds = kinds(size);
        Map<String, Double> chips = new LinkedHashMap<>();
        RooflineRun.serving(central, capacity, task)
                .forEach((id, count) -> chips.put(id, count.central("chip").base()));
        Optional<BestSpeed> best = servingRequest.required().isPresent()
                ? Optional.empty()
                : Optional.of(BestSpeed.of(
                        new AttainableServing(kinds.able(), chips),
                        task.work()
                                .orElseThrow(
                                        () -> new IllegalStateException("a best speed without diminishing returns"))));
        OptionalDouble wished = roofline().target().stream()
                .mapToDouble(wish -> RooflineRun.target(central, wish, task, parameters.active())
                        .central("token/s")
                        .base())
                .findFirst();
        ServingDecision free = new ServingDecision(this, size, chips, kinds, best, wished, List.of());
        return free.with(limits(free));
    }

    private List<BindingLimit> limits(ServingDecision decision) {
        double required = decision.requiredSpeed();
        List<BindingLimit> binding = new ArrayList<>();
        for (ChipType type : types) {
            double count = decision.chips().getOrDefault(type.id().value(), 0.0);
            Optional<Replica> chosen = decision.kinds().of(type).flatMap(on -> on.best(count, required));
            LimitProbe probe = new LimitProbe(
                    type.id().value(),
                    request(),
                    chosen.map(replica -> replica.throughputOf(count)).orElse(0.0),
                    other -> with(onChips.requesting(other)).served(type, decision.size(), count, required));
            binding.addAll(
                    chosen.map(replica -> probe.of(replica.deployment())).orElseGet(() -> probe.ofNothing(count)));
        }
        return binding;
    }

    // What so many chips of a kind serve at a speed, in token/s.
    private double served(ChipType type, ModelSize size, double count, double required) {
        return new RooflinePlan(servingRequest, onChips, model, List.of(type))
                .kinds(size)
                .of(type)
                .flatMap(on -> on.best(count, required).map(replica -> replica.throughputOf(count)))
                .orElse(0.0);
    }
}
