package muster.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.fleet.FleetCapacity;
import muster.fleet.chips.ChipCount;
import muster.fleet.chips.ChipType;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.Replica;
import muster.inference.replica.TimeModelChoice;
import muster.inference.serving.AttainableServing;
import muster.inference.serving.BestSpeed;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ModelOnChipType;
import muster.inference.serving.ServedThroughput;
import muster.inference.serving.ServingTarget;
import muster.model.ModelFigures;
import muster.model.Positions;
import muster.model.ServedModel;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;
import muster.unit.Quantity;

/** A run of a fleet that serves as was decided: the figures of one draw, and what a reader is warned of. */
final class RooflineRun {
    private static final Source MULTIPLY_ADD = Source.of(
            "default",
            "a multiply and an add per parameter in a forward pass; Kaplan et al. 2020, arXiv 2001.08361, section 2.1",
            Tier.DEFINITION);
    private static final Source NOTHING =
            Source.of("replica", "no chip of the fleet forms a replica of the model", Tier.DERIVED);

    private final ServingDecision decision;
    private final Chain chain;
    private final ServingTask task;

    RooflineRun(ServingDecision decision, Chain chain, ServingTask task) {
        this.decision = decision;
        this.chain = chain;
        this.task = task;
    }

    ServedThroughput served() {
        FleetCapacity capacity =
                task.capacity().orElseThrow(() -> new IllegalStateException("a roofline without a fleet"));
        ServedModel.Parameters size =
                task.parameters().orElseThrow(() -> new IllegalStateException("a roofline without a model"));
        decision.plan().roofline().look(chain);
        checkLengths();
        Map<String, Figure> chips = serving(chain, capacity, task);
        Figure required = required();
        Map<String, Figure> byChip = new LinkedHashMap<>();
        decision.kinds()
                .able()
                .forEach(on -> byChip.put(on.id(), on.serve(chain, of(chips, on), required, size.all())));
        Figure throughput = byChip.values().stream()
                .reduce(Figure::plus)
                .orElseGet(() -> required.times(
                        chain.constant(InferenceFigures.NO_REPLICA, "", Quantity.of(0, "stream"), NOTHING)))
                .as(InferenceFigures.THROUGHPUT, "R", "token/s");
        warnOfIdle(chips, required);
        warnOfLimits();
        Figure perToken = flopPerToken(chain, task.counted(size));
        decision.plan().roofline().target().ifPresent(wish -> warnOff(wish, target(chain, wish, task, size.active())));
        utilization(chips, throughput, perToken);
        return new ServedThroughput(
                throughput,
                required,
                throughput.over(required).as(InferenceFigures.STREAMS, "S", "stream"),
                Optional.of(perToken),
                byChip,
                Optional.empty(),
                decision.memoryOverStreams());
    }

    private void checkLengths() {
        double tokens = decision.plan().request().context().mostTokens();
        Place place = decision.plan().roofline().context().in().place();
        Positions.refusal(decision.model(), tokens)
                .ifPresent(words -> chain.refuse("beyond-positions", place, "inference.throughput.context: " + words));
        Positions.caution(decision.model(), tokens).ifPresent(words -> chain.warn("beyond-positions", place, words));
    }

    private void utilization(Map<String, Figure> chips, Figure throughput, Figure perToken) {
        decision.kinds().able().stream()
                .map(on -> of(chips, on).times(chain.input(on.rate(), "")))
                .reduce(Figure::plus)
                .ifPresent(peak -> throughput
                        .times(perToken)
                        .over(peak.as(InferenceFigures.PEAK, "", "FLOP/s"))
                        .as(InferenceFigures.UTILIZATION, "u", "1"));
    }

    private Figure required() {
        return decision.plan()
                .servingRequest()
                .required()
                .map(stated -> chain.input(stated, "v").as(InferenceFigures.SERIAL_SPEED, "v", "token/s/stream"))
                .orElseGet(() -> {
                    BestSpeed best = decision.best().orElseThrow();
                    return chain.constant(
                            InferenceFigures.SERIAL_SPEED,
                            "v",
                            Quantity.of(best.speed(), "token/s/stream"),
                            best.source());
                });
    }

    private static Figure flopPerToken(Chain chain, Figure active) {
        return multiplyAdd(chain).times(active).as(ModelFigures.FLOP_PER_TOKEN, "f", "FLOP/token");
    }

    private static Figure multiplyAdd(Chain chain) {
        return chain.constant(
                ModelFigures.FLOP_PER_PARAMETER_TOKEN, "k_infer", Quantity.of(2, "FLOP/parameter/token"), MULTIPLY_ADD);
    }

    /** The target as the FLOP rule has it, with the active parameters that the law counts where the model is trained. */
    static Figure target(Chain chain, ServingTarget wish, ServingTask task, Figure active) {
        chain.input(wish.serialSpeed(), "");
        return task.rate()
                .orElseThrow(() -> new IllegalStateException("a target without a fleet"))
                .times(chain.input(wish.utilization(), ""))
                .over(multiplyAdd(chain).times(active))
                .as(InferenceFigures.REQUIRED_THROUGHPUT, "", "token/s");
    }

    // Chips of each kind that are up in the part of the fleet that serves.
    static Map<String, Figure> serving(Chain chain, FleetCapacity capacity, ServingTask task) {
        Map<String, Figure> counts = new LinkedHashMap<>();
        for (ChipCount some : capacity.chips()) {
            counts.merge(some.type().id().value(), some.count(), Figure::plus);
        }
        Map<String, Figure> serving = new LinkedHashMap<>();
        counts.forEach((id, count) -> serving.put(
                id,
                count.times(capacity.serving(chain, task.share()))
                        .times(chain.input(capacity.fleet().availability(), ""))
                        .as(InferenceFigures.CHIPS + id, "", "chip")));
        return serving;
    }

    // What the fleet lists has a count.
    private static Figure of(Map<String, Figure> chips, ModelOnChipType on) {
        return Optional.ofNullable(chips.get(on.id()))
                .orElseThrow(() -> new IllegalStateException("no count of " + on.id()));
    }

    private void warnOfIdle(Map<String, Figure> chips, Figure required) {
        double speed = required.central("token/s/stream").base();
        decision.kinds().unable().forEach(this::idle);
        decision.kinds().able().forEach(on -> {
            double count = of(chips, on).central("chip").base();
            on.idle(count, speed).ifPresent(reason -> idle(on.type(), reason));
            warnOfTimeToFirstToken(on, count, speed);
            caution(on, count, speed);
            warnOfLayout(on, count, speed);
        });
    }

    private void warnOfLimits() {
        Place place = decision.plan().roofline().place();
        BindingLimit.words(decision.limits()).forEach(words -> chain.warn("limit-binds", place, words));
        decision.best().flatMap(BestSpeed::edge).ifPresent(words -> chain.warn("limit-binds", place, words));
    }

    // A stream that waits longer for its first token than for all that follow is not as fast as its speed says.
    private void warnOfTimeToFirstToken(ModelOnChipType on, double chips, double speed) {
        double answer = decision.plan().request().context().outputTokens();
        on.best(chips, speed)
                .filter(replica -> replica.prefillSeconds() > answer / replica.serialSpeed())
                .ifPresent(replica -> chain.warn(
                        "late-first-token",
                        decision.plan().roofline().place(),
                        "%s: the first token comes after %s s on an idle replica, and the %s tokens of an answer take %s s after it. Maybe inference.throughput.max_time_to_first_token?"
                                .formatted(
                                        on.id(),
                                        NumberText.rounded(replica.prefillSeconds(), 3),
                                        NumberText.exact(answer),
                                        NumberText.rounded(answer / replica.serialSpeed(), 3))));
    }

    // The band of what the fit of the calibration did not see is wider, and said to be.
    private void caution(ModelOnChipType on, double chips, double speed) {
        RooflinePlan plan = decision.plan();
        if (plan.onChips().method() == TimeModelChoice.CALIBRATED
                && plan.roofline().error().isEmpty()) {
            on.setup()
                    .caution(on.best(chips, speed).map(Replica::sequences).orElse(1.0))
                    .ifPresent(words ->
                            chain.warn("outside-calibration", on.type().place(), "%s: %s".formatted(on.id(), words)));
        }
    }

    // Where no measured row ran a layout of the kind, nothing tells how far its forecast is off.
    private void warnOfLayout(ModelOnChipType on, double chips, double speed) {
        if (decision.plan().onChips().method() == TimeModelChoice.CALIBRATED) {
            on.best(chips, speed)
                    .flatMap(replica -> on.setup().unmeasured(replica.deployment(), replica.prefill()))
                    .ifPresent(words -> chain.warn(
                            "unmeasured-layout",
                            decision.plan().roofline().place(),
                            "%s: %s. Maybe inference.throughput.layouts: as-benchmarked?".formatted(on.id(), words)));
        }
    }

    private void idle(ChipType type, String reason) {
        chain.warn(
                "no-feasible-deployment",
                type.place(),
                "%s has no feasible deployment: %s".formatted(type.name(), reason));
    }

    private void warnOff(ServingTarget wish, Figure wished) {
        AttainableServing offering = decision.offering();
        double speed = wish.serialSpeed().central();
        double throughput = wished.central("token/s").base();
        double yield = offering.throughput(speed);
        if (yield < throughput) {
            chain.warn(
                    "off-frontier",
                    wish.serialSpeed().place(),
                    "the target of %s token/s a stream and %s token/s together are off the frontier: %s"
                            .formatted(
                                    NumberText.rounded(speed, 3),
                                    NumberText.rounded(throughput, 3),
                                    offering.fastest() < speed
                                            ? "no stream has more than %s token/s"
                                                    .formatted(NumberText.rounded(offering.fastest(), 3))
                                            : "at this speed there are %s token/s"
                                                    .formatted(NumberText.rounded(yield, 3))));
        }
    }
}
