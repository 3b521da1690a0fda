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
import muster.uncertainty.Exactly;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
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

    private final Asked asked;
    private final OnChips onChips;
    private final DoubleFunction<Architecture> model;
    private final List<ChipType> types;
    private final Map<Double, Kinds> kinds = new ConcurrentHashMap<>();

    /**
     * A fleet that serves.
     *
     * @param asked what is asked for
     * @param onChips how the model is set up
     * @param model the model by its active parameters
     * @param types the kinds of chips of the fleet
     */
    RooflinePlan(Asked asked, OnChips onChips, DoubleFunction<Architecture> model, List<ChipType> types) {
        this.asked = asked;
        this.onChips = onChips;
        this.model = model;
        Map<String, ChipType> distinct = new LinkedHashMap<>();
        types.forEach(type -> distinct.putIfAbsent(type.id().value(), type));
        this.types = List.copyOf(distinct.values());
    }

    /** The same fleet with a variant of what it serves. */
    public RooflinePlan serving(Variant variant) {
        Request request = asked.request();
        Request other = new Request(
                request.context(), request.maxReplicaChips(), variant.speculation(), variant.promptsApart());
        return new RooflinePlan(
                new Asked(asked.roofline(), other, required(variant)), onChips.as(variant), variant.model(), types);
    }

    private Input required(Variant variant) {
        Input before = asked.required();
        return variant.serialSpeed().isEmpty()
                ? before
                : new Input(
                        before.name(),
                        new Uncertain(new Exactly(variant.serialSpeed().getAsDouble()), before.unit()),
                        before.unit(),
                        before.source(),
                        before.place());
    }

    /** How the model of the scenario is stored and multiplied. */
    public Encodings formats() {
        return onChips.formats();
    }

    /** What the replicas of the scenario are asked for. */
    public Request request() {
        return asked.request();
    }

    /** The speed that every stream must have, in token/s. */
    public double requiredSpeed() {
        return asked.required().central();
    }

    /** The model of the scenario by its active parameters. */
    public Architecture model(double parameters) {
        return model.apply(parameters);
    }

    /**
     * What the kind of chip that serves most does, at the central values; nothing where none serves.
     *
     * @param chips how many there are of each kind, by id
     * @param parameters the active parameters of the model of the scenario
     */
    public Optional<Chosen> chosen(Map<String, Double> chips, double parameters) {
        Chosen most = null;
        double throughput = 0;
        for (OnChip on : kinds(parameters).able()) {
            double count = chips.getOrDefault(on.id(), 0.0);
            Optional<Replica> replica = on.best(count, requiredSpeed());
            if (replica.isPresent() && replica.get().throughputOf(count) > throughput) {
                throughput = replica.get().throughputOf(count);
                most = chosen(on, replica.get());
            }
        }
        return Optional.ofNullable(most);
    }

    private Chosen chosen(OnChip on, Replica replica) {
        Setup setup = on.setup();
        TimeModel time = asked.roofline().timeModel().of(setup);
        double promptLoad = setup.calibration().promptLoad();
        return new Chosen(
                on.id(),
                setup,
                new Search(time, setup, asked.request(), promptLoad).point(replica),
                Frontier.search(time, setup, asked.request(), promptLoad));
    }

    /**
     * A kind of chip that serves.
     *
     * @param chip its id
     * @param setup the model on it
     * @param point its replica
     * @param frontier serial speed against throughput on it
     */
    public record Chosen(String chip, Setup setup, OperatingPoint point, Frontier frontier) {}

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
            new Candidate(asked, onChips, model, type).at(parameters, able, unable);
        }
        return new Kinds(able, unable);
    }

    @Override
    public Served apply(Chain chain, Task task) {
        Capacity capacity = task.capacity().orElseThrow(() -> new IllegalStateException("a roofline without a fleet"));
        Figure parameters =
                task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model"));
        asked.roofline().context().look(chain);
        Figure required = chain.input(asked.required(), "v").as("inference.serial_speed", "v", "token/s/stream");
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
