package muster.inference.serving;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipType;
import muster.format.Encoding;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Encodings;
import muster.inference.replica.KeptReplicas;
import muster.inference.replica.LayoutSearch;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.Replicas;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.Speculation;
import muster.model.Architecture;

/**
 * How models are set up on kinds of chips and timed.
 *
 * @param calibration the constants of the time of a step
 * @param engine the software
 * @param formats how models are stored and multiplied
 * @param otherwise the same on chips that cannot multiply so
 * @param weightBytes bytes of a weight where they are others than those of the format
 * @param request what a replica is asked for
 * @param method the step-time model
 * @param change what is otherwise about the chips
 */
public record ServingSetup(
        Calibration calibration,
        DatedEngine engine,
        Encodings formats,
        Optional<Encodings> otherwise,
        OptionalDouble weightBytes,
        ReplicaRequest request,
        TimeModelChoice method,
        UnaryOperator<ModelOnChip> change) {

    /** A model on a kind of chip; what is in the way is reported. */
    public Optional<ModelOnChip> setup(Architecture model, ChipType type, Problems problems) {
        return setup(model, type, formats, problems)
                .or(() -> otherwise.flatMap(encodings -> setup(model, type, encodings, new Problems())))
                .map(change);
    }

    /** Why a model cannot be on a kind of chip. */
    public String refusal(Architecture model, ChipType type) {
        Problems problems = new Problems();
        setup(model, type, problems);
        return problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; "));
    }

    private Optional<ModelOnChip> setup(Architecture model, ChipType type, Encodings encodings, Problems problems) {
        return ModelOnChip.of(
                        model, type.chip(), type.id().value(), encodings, calibration, engine, type.place(), problems)
                .map(setup -> weightBytes.isPresent() ? setup.storing(weightBytes.getAsDouble()) : setup);
    }

    /** A search for replicas of a model on a kind of chip. */
    public LayoutSearch search(ModelOnChip setup) {
        return new LayoutSearch(method.of(setup), setup, request, calibration.prefillLoad());
    }

    /** The replicas of a model on a kind of chip between which there is a choice. */
    public Replicas replicas(ModelOnChip setup) {
        return KeptReplicas.of(method, setup, request, calibration.prefillLoad());
    }

    /**
     * As a variant is stored and served; where it is stored otherwise, chips that cannot multiply so widen weights to 16 bits.
     */
    public ServingSetup as(ModelVariant variant) {
        ReplicaRequest other = request.speculating(variant.speculation()).disaggregated(variant.disaggregatedPrefill());
        Encodings stored = variant.formats();
        Optional<Encodings> second = stored.equals(formats) ? otherwise : Optional.of(stored.multipliedWide());
        return with(stored, second, variant.weightBytes(), other);
    }

    /** The same with replicas of at most so many chips. */
    public ServingSetup upTo(int chips) {
        return requesting(request.upTo(chips));
    }

    /** The same with draft tokens. */
    public ServingSetup speculating(int draftTokens) {
        return requesting(request.speculating(Speculation.predictionHead(draftTokens)));
    }

    /** The same with weights in another format, multiplied as before. */
    public ServingSetup storing(Encoding weights) {
        return with(formats.storing(weights), otherwise.map(second -> second.storing(weights)), weightBytes, request);
    }

    /** The same asked for otherwise. */
    public ServingSetup requesting(ReplicaRequest other) {
        return with(formats, otherwise, weightBytes, other);
    }

    private ServingSetup with(Encodings first, Optional<Encodings> second, OptionalDouble bytes, ReplicaRequest other) {
        return new ServingSetup(calibration, engine, first, second, bytes, other, method, change);
    }

    /** The same by another step-time model. */
    public ServingSetup by(TimeModelChoice other) {
        return new ServingSetup(calibration, engine, formats, otherwise, weightBytes, request, other, change);
    }

    /** The same on chips whose scale-up domain has at least so many. */
    public ServingSetup joining(int chips) {
        UnaryOperator<ModelOnChip> joined = setup -> {
            ModelOnChip before = change.apply(setup);
            return before.on(before.machine().joining(chips));
        };
        return new ServingSetup(calibration, engine, formats, otherwise, weightBytes, request, method, joined);
    }
}
