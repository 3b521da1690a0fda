package muster.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import muster.fleet.Capacity;
import muster.fleet.ChipCount;
import muster.fleet.ChipType;
import muster.model.Architecture;
import muster.model.ServedModel;
import muster.model.Shape;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Exactly;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.unit.Numbers;
import muster.unit.Quantity;

/**
 * A fleet that serves a model at a required speed, looked up.
 *
 * <p>Replicas are searched for at the central values of the hardware and of the calibration; what a sample changes is how many chips
 * there are, the required speed, the error and the size of the model.
 */
public final class RooflinePlan implements ThroughputPlan {
    /** What the names of the counts of chips that serve begin with. */
    public static final String CHIPS = "inference.chips.";

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
    private final Once<BestSpeed> best = new Once<>();
    private final Once<Kinds> kinds = new Once<>();

    /**
     * A fleet that serves.
     *
     * @param asked what is asked for
     * @param onChips how the model is set up
     * @param model the model by its parameters
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
        return new RooflinePlan(
                new Asked(asked.roofline(), required(variant)), onChips.as(variant), variant.model(), types);
    }

    private Optional<Input> required(Variant variant) {
        return variant.serialSpeed().isEmpty()
                ? asked.required()
                : asked.required()
                        .map(before -> new Input(
                                before.name(),
                                new Uncertain(new Exactly(variant.serialSpeed().getAsDouble()), before.unit()),
                                before.unit(),
                                before.source(),
                                before.place()));
    }

    /** How the model of the scenario is stored and multiplied. */
    public Encodings formats() {
        return onChips.formats();
    }

    /** What the replicas of the scenario are asked for. */
    public Request request() {
        return onChips.request();
    }

    /** The speed that every stream must have, in token/s; the best once the plan was run. */
    public double requiredSpeed() {
        return asked.required()
                .map(Input::central)
                .or(() -> best.decided().map(BestSpeed::speed))
                .orElseThrow(() -> new IllegalStateException("a best speed before the plan was run"));
    }

    /** The model of the scenario by its parameters. */
    public Architecture model(double parameters) {
        return model.apply(parameters);
    }

    /**
     * What the kind of chip that serves most does, at the central values; nothing where none serves.
     *
     * @param chips how many there are of each kind, by id
     * @param parameters all parameters of the model of the scenario
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

    /** The same fleet with replicas of at most so many chips. */
    public RooflinePlan upTo(int chips) {
        return with(onChips.upTo(chips));
    }

    /**
     * Generated tokens of all streams at a required speed, in token/s, at the central values.
     *
     * @param chips how many there are of each kind, by id
     * @param parameters all parameters of the model of the scenario
     * @param serialSpeed the speed that every stream must have, in token/s
     */
    public double throughput(Map<String, Double> chips, double parameters, double serialSpeed) {
        return new Offering(kinds(parameters).able(), chips).throughput(serialSpeed);
    }

    private Chosen chosen(OnChip on, Replica replica) {
        Setup setup = on.setup();
        return new Chosen(
                on.id(),
                setup,
                explain(on, replica),
                Frontier.search(
                        onChips.method().of(setup),
                        setup,
                        onChips.request(),
                        setup.calibration().promptLoad()));
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

    Roofline roofline() {
        return asked.roofline();
    }

    OnChips onChips() {
        return onChips;
    }

    /** The shape of the model of so many parameters. */
    Shape shape(double parameters) {
        return model.apply(parameters).shape().orElseThrow();
    }

    /** The same fleet with its model set up otherwise. */
    RooflinePlan with(OnChips other) {
        return new RooflinePlan(asked, other, model, types);
    }

    /** The same fleet with another model, whatever the size. */
    RooflinePlan with(Architecture other) {
        return new RooflinePlan(asked, onChips, parameters -> other, types);
    }

    /** What takes the time of a replica. */
    OperatingPoint explain(OnChip on, Replica replica) {
        return onChips.search(on.setup()).point(replica);
    }

    /** What a modelled speed is multiplied with at the 95th percentile of measured ones; 1 where that is not known. */
    double errorFactor(OnChip on, Replica replica) {
        return onChips.method() == Method.CALIBRATED && asked.roofline().error().isEmpty()
                ? Math.exp(Study.NINETY * on.setup().residual(replica.sequences()))
                : 1;
    }

    /**
     * The kinds of chips around a size of the model, searched for once: a plan is run at the central values first, and what is
     * decided there stays.
     *
     * @param parameters all parameters of the model in that run
     */
    Kinds kinds(double parameters) {
        return kinds.orDecide(() -> search(parameters));
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
        ServedModel.Parameters size =
                task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model"));
        asked.roofline().context().look(chain);
        Map<String, Figure> chips = serving(chain, capacity, task);
        Kinds found = kinds(size.all().central("parameter").base());
        Figure required = required(chain, task, new Offering(found.able(), central(chips)));
        Figure throughput = found.able().stream()
                .map(on -> on.serve(chain, of(chips, on), required, size.all()))
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
                .times(size.active())
                .as("inference.flop_per_token", "f", "FLOP/token");
        asked.roofline().wish().ifPresent(wish -> {
            Figure wished = wished(chain, wish, task, perToken);
            warn(chain, wish, wished, new Offering(found.able(), central(chips)));
        });
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

    private Figure required(Chain chain, Task task, Offering offering) {
        return asked.required()
                .map(stated -> chain.input(stated, "v").as("inference.serial_speed", "v", "token/s/stream"))
                .orElseGet(() -> best(chain, task, offering));
    }

    // Found where the plan is run first, at the central values, and kept.
    private Figure best(Chain chain, Task task, Offering offering) {
        BestSpeed found = best.orDecide(() -> BestSpeed.of(
                offering,
                task.work().orElseThrow(() -> new IllegalStateException("a best speed without diminishing returns"))));
        return chain.constant(
                "inference.serial_speed", "v", Quantity.of(found.speed(), "token/s/stream"), found.source());
    }

    private static Figure wished(Chain chain, Wish wish, Task task, Figure perToken) {
        chain.input(wish.serialSpeed(), "");
        return task.rate()
                .orElseThrow(() -> new IllegalStateException("a wish without a fleet"))
                .times(chain.input(wish.utilization(), ""))
                .over(perToken)
                .as("inference.wish.throughput", "", "token/s");
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
                        .as(CHIPS + id, "", "chip")));
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

    private static void warn(Chain chain, Wish wish, Figure wished, Offering offering) {
        double speed = wish.serialSpeed().central();
        double throughput = wished.central("token/s").base();
        double yield = offering.throughput(speed);
        if (yield < throughput) {
            chain.warn(
                    "off-frontier",
                    wish.serialSpeed().place(),
                    "the wished %s token/s a stream and %s token/s together are off the frontier: %s"
                            .formatted(
                                    Numbers.rounded(speed, 3),
                                    Numbers.rounded(throughput, 3),
                                    offering.fastest() < speed
                                            ? "no stream has more than %s token/s"
                                                    .formatted(Numbers.rounded(offering.fastest(), 3))
                                            : "at this speed there are %s token/s"
                                                    .formatted(Numbers.rounded(yield, 3))));
        }
    }

    private static Map<String, Double> central(Map<String, Figure> chips) {
        Map<String, Double> central = new LinkedHashMap<>();
        chips.forEach((id, count) -> central.put(id, count.central("chip").base()));
        return central;
    }

    private static void idle(Chain chain, ChipType type, String reason) {
        chain.warn("serves-nothing", type.place(), "%s serves nothing: %s".formatted(type.name(), reason));
    }
}
