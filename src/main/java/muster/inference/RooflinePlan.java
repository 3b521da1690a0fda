package muster.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.fleet.Capacity;
import muster.fleet.ChipCount;
import muster.fleet.ChipType;
import muster.fleet.FleetPlan;
import muster.model.FeedForward;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Exactly;
import muster.uncertainty.Group;
import muster.uncertainty.Input;
import muster.uncertainty.LogNormal;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.unit.Numbers;
import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * A fleet that serves a model at a required speed, looked up: the model on every kind of its chips.
 *
 * @param roofline the section
 * @param able the kinds of chips that form a replica
 * @param unable the kinds that form none, with the reason
 */
public record RooflinePlan(Roofline roofline, List<OnChip> able, Map<ChipType, String> unable)
        implements ThroughputPlan {
    // Of so many chips whole replicas are all but all.
    private static final double MANY = 1e15;
    private static final String ERROR = "inference.throughput.error";
    private static final Source MULTIPLY_ADD = Source.of(
            "default",
            "a multiply and an add per parameter in a forward pass; Kaplan et al. 2020, arXiv 2001.08361, section 2.1",
            Tier.DEFINITION);
    private static final Source NOTHING =
            Source.of("replica", "no chip of the fleet forms a replica of the model", Tier.DERIVED);

    static RooflinePlan of(Roofline roofline, OnChips model, FleetPlan fleet) {
        List<OnChip> able = new ArrayList<>();
        Map<ChipType, String> unable = new LinkedHashMap<>();
        Map<String, ChipType> types = new LinkedHashMap<>();
        fleet.chips().forEach(type -> types.putIfAbsent(type.id().value(), type));
        types.values().forEach(type -> {
            OnChips.Outcome outcome = model.on(type);
            if (outcome.setup().isEmpty()) {
                unable.put(type, outcome.refusal());
                return;
            }
            Setup setup = outcome.setup().get();
            Replicas replicas = replicas(roofline, setup, model.calibration());
            if (replicas.choice().isEmpty()) {
                unable.put(type, tooSmall(setup, roofline.request()));
            } else {
                able.add(new OnChip(type, setup, replicas, error(roofline, type, setup, replicas)));
            }
        });
        return new RooflinePlan(roofline, able, unable);
    }

    private static Replicas replicas(Roofline roofline, Setup setup, Calibration calibration) {
        Search search = new Search(roofline.timeModel().of(setup), setup, roofline.request(), calibration.promptLoad());
        search.run();
        return Replicas.of(search.found());
    }

    // How far measured speeds are from modelled ones where the fit did not see the chip; the error of the model of one
    // paper is
    // not known.
    private static Input error(Roofline roofline, ChipType type, Setup setup, Replicas replicas) {
        if (roofline.error().isPresent()) {
            return roofline.error().get();
        }
        String name = ERROR + "." + type.id().value();
        if (roofline.timeModel() != Method.CALIBRATED) {
            return new Input(
                    name,
                    new Uncertain(new Exactly(1), Unit.ONE),
                    Unit.ONE,
                    Optional.of(Source.of("default", "not known of " + roofline.timeModel(), Tier.ASSUMPTION)),
                    roofline.place());
        }
        double required = ((Speed.AtLeast) roofline.serialSpeed()).atLeast().central();
        double sequences = replicas.best(MANY, required)
                .or(replicas::fastest)
                .orElseThrow()
                .sequences();
        Regime regime = Regime.of(setup.shape().feedForward() instanceof FeedForward.Experts, sequences);
        Source source = Source.of(
                "calibration",
                "the standard deviation of the logarithm of measured over modelled speed in the regime %s, on chips that the fit did not see"
                        .formatted(regime),
                Tier.DERIVED);
        return new Input(
                name,
                new Uncertain(new LogNormal(0, setup.calibration().residual(regime), 1), Unit.ONE),
                Unit.ONE,
                Optional.of(source),
                setup.calibration().stated(regime).place(),
                Optional.of(new Group(ERROR, 1)));
    }

    private static String tooSmall(Setup setup, Request request) {
        double usable = setup.memory().usableBytes();
        double bytes = setup.memory().modelBytes();
        if (usable <= 0) {
            return "the engine alone fills a chip";
        }
        int reach = setup.machine().networkBytesPerSecond() > 0
                ? request.maxReplicaChips()
                : Math.min(request.maxReplicaChips(), setup.machine().domainChips());
        return "no replica of at most %s chips holds the model: its weights take %s GB in %s, and a chip holds %s GB"
                .formatted(reach, Numbers.rounded(bytes / 1e9, 3), setup.encodings(), Numbers.rounded(usable / 1e9, 3));
    }

    @Override
    public Served apply(Chain chain, Task task) {
        Capacity capacity = task.capacity().orElseThrow(() -> new IllegalStateException("a roofline without a fleet"));
        roofline.context().look(chain);
        Figure required = chain.input(((Speed.AtLeast) roofline.serialSpeed()).atLeast(), "v")
                .as("inference.serial_speed", "v", "token/s/stream");
        Map<String, Figure> chips = serving(chain, capacity, task);
        List<Figure> parts = new ArrayList<>();
        for (OnChip on : able) {
            Figure some = chips.get(on.id());
            parts.add(on.serve(chain, some, required));
        }
        warn(chain, chips, required, capacity);
        Figure throughput = parts.stream()
                .reduce(Figure::plus)
                .orElseGet(() ->
                        required.times(chain.constant("inference.no_replica", "", Quantity.of(0, "stream"), NOTHING)))
                .as("inference.throughput", "R", "token/s");
        Figure perToken = chain.constant(
                        "inference.flop_per_parameter_token",
                        "k_infer",
                        Quantity.of(2, "FLOP/parameter/token"),
                        MULTIPLY_ADD)
                .times(task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model")))
                .as("inference.flop_per_token", "f", "FLOP/token");
        able.stream()
                .map(on -> chips.get(on.id()).times(chain.input(on.rate(), "")))
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
    private Map<String, Figure> serving(Chain chain, Capacity capacity, Task task) {
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

    private void warn(Chain chain, Map<String, Figure> chips, Figure required, Capacity capacity) {
        unable.forEach((type, reason) -> idle(chain, type, reason));
        double speed = required.central("token/s/stream").base();
        able.forEach(on -> on.idle(chips.get(on.id()).central("chip").base(), speed)
                .ifPresent(reason -> idle(chain, on.type(), reason)));
    }

    private static void idle(Chain chain, ChipType type, String reason) {
        chain.warn("serves-nothing", type.place(), "%s serves nothing: %s".formatted(type.name(), reason));
    }
}
