package muster.inference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.yaml.Text;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.CertainChip;
import muster.inference.replica.Encodings;
import muster.inference.replica.Frontier;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.inference.serving.RequestLengths;
import muster.inference.serving.ServingSetup;
import muster.inference.serving.ServingTarget;
import muster.inference.step.Speculation;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * Throughput from the time of a step on each kind of chip, at a serial speed that every stream must have.
 *
 * <pre>
 * throughput of a kind of chip = floor(chips / chips of a replica) * sequences * serial speed of the replica * error
 * throughput                   = the sum over kinds of chips,  streams = throughput / required serial speed
 * </pre>
 *
 * <p>A replica is of one kind of chip, and of each kind it is the one of which the chips at hand yield most among those that
 * are fast enough ({@link Frontier}). Kinds that form none, or none as fast, give nothing.
 *
 * @param serialSpeed the speed that every stream must have, or {@code best} where the workforce has diminishing returns
 * @param context the lengths of requests
 * @param formats how the model is stored and multiplied, as {@code fp8}
 * @param fallbackFormats the same for chips that cannot multiply in {@code formats}; without it they give nothing
 * @param maxReplicaChips the most chips that a replica may take
 * @param maxTimeToFirstToken the longest time to first token on an idle replica; without it prefill runs where it takes the
 *     fewest chips, however long one waits
 * @param draftTokens draft tokens of each step, from a prediction head like that of DeepSeek-R1
 * @param timeModel the model of the time of a step
 * @param engine the software that serves, by name alone or with the month that is meant after an at sign
 * @param layouts which layouts are tried: any, or those of kinds that measured rows ran
 * @param error measured speed over modelled speed; without it, for each kind of chip as the calibration's fit found it on chips
 *     that it did not see, all kinds rising and falling as one
 * @param target a pair of serial speed and throughput to be held against what can be had
 */
public record Roofline(
        Speed serialSpeed,
        RequestLengths context,
        Text formats,
        Optional<Text> fallbackFormats,

        @Otherwise(value = "1024", because = "the largest models take hundreds")
        int maxReplicaChips,

        @In("s") Optional<Input> maxTimeToFirstToken,

        @Otherwise(value = "0", because = "no draft tokens") int draftTokens,

        @Otherwise(value = "calibrated", because = "the one with a known error")
        TimeModelChoice timeModel,

        @Otherwise(value = "average", because = "an average of the engines in the fit")
        Text engine,

        @Otherwise(value = "any", because = "whoever serves is free to choose")
        LayoutChoice layouts,

        @In("1") Optional<Input> error,
        Optional<ServingTarget> target)
        implements Throughput {
    private static final int MOST_GUESSES = 8;

    public Roofline {
        if (maxReplicaChips < 1 || draftTokens < 0 || draftTokens > MOST_GUESSES) {
            throw new IllegalArgumentException(
                    "max_replica_chips is above 0, and draft_tokens is from 0 to " + MOST_GUESSES);
        }
    }

    @Override
    public boolean needsFleet() {
        return true;
    }

    @Override
    public boolean needsModel() {
        return true;
    }

    @Override
    public boolean hasSpeed() {
        return true;
    }

    @Override
    public boolean needsShape() {
        return true;
    }

    @Override
    public Place place() {
        return formats.place();
    }

    @Override
    public Optional<ThroughputPlan> resolve(ServingResources means, Catalog catalog, Problems problems) {
        int before = problems.reports();
        context.check(problems);
        maxTimeToFirstToken
                .filter(most -> !most.value().distribution().certain())
                .ifPresent(most -> problems.error(
                        "bad-first-token",
                        most.place(),
                        "%s is a certain time above 0: replicas are searched for once. Maybe 5 s?"
                                .formatted(most.name())));
        means.fleet()
                .filter(fleet -> fleet.chips().isEmpty())
                .ifPresent(
                        fleet -> problems.error(
                                "no-chips",
                                fleet.place(),
                                "the fleet is a rate and lists no chips, which the time of a step needs. Maybe fleet.made_of: nvidia-h100-sxm?"));
        if (means.model().isEmpty()) {
            problems.error(
                    "no-shape",
                    place(),
                    "inference.model has no shape, from which a step is timed. Maybe the id of a model with a shape?");
        }
        Optional<Calibration> calibration = catalog.get(Calibration.KIND, Calibration.STANDARD, problems);
        Optional<DatedEngine> software = calibration.flatMap(known -> known.engine(engine, problems));
        Optional<Encodings> first = Encodings.parse(formats, problems);
        Optional<Encodings> second = fallbackFormats.flatMap(text -> Encodings.parse(text, problems));
        List<Encodings> either = Stream.concat(first.stream(), second.stream()).toList();
        means.fleet()
                .ifPresent(fleet -> fleet.chips().forEach(type -> CertainChip.check(type.chip(), either, problems)));
        if (problems.reports() > before || means.fleet().isEmpty()) {
            return Optional.empty();
        }
        ServingSetup onChips = new ServingSetup(
                calibration.orElseThrow(),
                software.orElseThrow(),
                first.orElseThrow(),
                second,
                OptionalDouble.empty(),
                request(),
                timeModel,
                UnaryOperator.identity());
        return Optional.of(new RooflinePlan(
                new ServingRequest(this, required()),
                onChips,
                means.model().orElseThrow(),
                means.fleet().get().chips()));
    }

    private Optional<Input> required() {
        return serialSpeed instanceof Speed.AtLeast stated ? Optional.of(stated.atLeast()) : Optional.empty();
    }

    @Override
    public boolean findsBestSpeed() {
        return serialSpeed instanceof Speed.Best;
    }

    /** What a replica is asked for. */
    ReplicaRequest request() {
        return new ReplicaRequest(
                        context.central(),
                        maxReplicaChips,
                        draftTokens == 0 ? Speculation.NONE : Speculation.predictionHead(draftTokens))
                .timeToFirstTokenWithin(
                        maxTimeToFirstToken.stream().mapToDouble(Input::central).findFirst())
                .among(layouts);
    }

    /** Marks what is read of the section in every run. */
    void look(Chain chain) {
        context.look(chain);
        maxTimeToFirstToken.ifPresent(chain::look);
    }
}
