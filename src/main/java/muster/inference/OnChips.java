package muster.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.fleet.ChipType;
import muster.format.Encoding;
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
record OnChips(
        Calibration calibration,
        Engine engine,
        Encodings formats,
        Optional<Encodings> otherwise,
        OptionalDouble weightBytes,
        Request request,
        Method method,
        UnaryOperator<Setup> change) {

    /** A model on a kind of chip; what is in the way is reported. */
    Optional<Setup> setup(Architecture model, ChipType type, Problems problems) {
        return setup(model, type, formats, problems)
                .or(() -> otherwise.flatMap(encodings -> setup(model, type, encodings, new Problems())))
                .map(change);
    }

    /** Why a model cannot be on a kind of chip. */
    String refusal(Architecture model, ChipType type) {
        Problems problems = new Problems();
        setup(model, type, problems);
        return problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; "));
    }

    private Optional<Setup> setup(Architecture model, ChipType type, Encodings encodings, Problems problems) {
        return Setup.of(model, type.chip(), type.id().value(), encodings, calibration, engine, type.place(), problems)
                .map(setup -> weightBytes.isPresent() ? setup.storing(weightBytes.getAsDouble()) : setup);
    }

    /** A search for replicas of a model on a kind of chip. */
    Search search(Setup setup) {
        return new Search(method.of(setup), setup, request, calibration.promptLoad());
    }

    /**
     * As a variant is stored and served; where it is stored otherwise, chips that cannot multiply so widen weights to 16 bits.
     */
    OnChips as(Variant variant) {
        Request other = request.guessing(variant.speculation()).apart(variant.promptsApart());
        Encodings stored = variant.formats();
        Optional<Encodings> second = stored.equals(formats) ? otherwise : Optional.of(stored.multipliedWide());
        return with(stored, second, variant.weightBytes(), other);
    }

    /** The same with replicas of at most so many chips. */
    OnChips upTo(int chips) {
        return asking(request.upTo(chips));
    }

    /** The same with draft tokens. */
    OnChips guessing(int guesses) {
        return asking(request.guessing(Speculation.predictionHead(guesses)));
    }

    /** The same with weights in another format, multiplied as before. */
    OnChips storing(Encoding weights) {
        return with(formats.storing(weights), otherwise.map(second -> second.storing(weights)), weightBytes, request);
    }

    /** The same asked for otherwise. */
    OnChips asking(Request other) {
        return with(formats, otherwise, weightBytes, other);
    }

    private OnChips with(Encodings first, Optional<Encodings> second, OptionalDouble bytes, Request other) {
        return new OnChips(calibration, engine, first, second, bytes, other, method, change);
    }

    /** The same by another step-time model. */
    OnChips by(Method other) {
        return new OnChips(calibration, engine, formats, otherwise, weightBytes, request, other, change);
    }

    /** The same on chips whose scale-up domain has at least so many. */
    OnChips joining(int chips) {
        UnaryOperator<Setup> joined = setup -> {
            Setup before = change.apply(setup);
            return before.on(before.machine().joining(chips));
        };
        return new OnChips(calibration, engine, formats, otherwise, weightBytes, request, method, joined);
    }
}
