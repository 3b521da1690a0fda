package muster.inference.replica;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.hardware.Chip;
import muster.hardware.Rent;
import muster.inference.calibration.FactorInputs;
import muster.inference.calibration.Unseen;
import muster.inference.step.StepExplanation;
import muster.inference.step.TimeModel;
import muster.model.Architecture;
import muster.model.Positions;

/**
 * The frontier of a model on a kind of chip, with what was asked.
 *
 * @param model the id of the model
 * @param chip the id of the kind of chip
 * @param method the name of the step-time model
 * @param setup the model on the chip
 * @param request what was asked for
 * @param frontier what was found
 * @param requiredSpeed the serial speed that was asked for, in token/s
 * @param rentUsdPerHour the latest rent of a chip, where one is known
 * @param powerWatts the power of a chip, with its host, network and cooling where that is known
 * @param limits the limits of the search that bind the deployment that is wanted
 * @param notes what is to be known of requests of this length, and of the format that the model is served in
 * @param otherwise the deployment that would be wanted among the other choice of layouts; nothing where that was not looked for
 */
public record FrontierStudy(
        String model,
        String chip,
        String method,
        ModelOnChip setup,
        ReplicaRequest request,
        Frontier frontier,
        OptionalDouble requiredSpeed,
        OptionalDouble rentUsdPerHour,
        OptionalDouble powerWatts,
        List<BindingLimit> limits,
        List<String> notes,
        Optional<OperatingPoint> otherwise) {
    private static final double HOUR = 3600;

    /** The answer to a query, or nothing with problems reported. */
    public static Optional<FrontierStudy> of(FrontierQuery asked, Catalog catalog, Problems problems) {
        FrontierQuery query = asked.named(catalog);
        return of(query, catalog.get(Architecture.KIND, query.model(), problems), catalog, problems)
                .map(study -> study.probed(query.method().of(study.setup())).compared(query.method()));
    }

    /** The answer on a model that was found, without the limits that bind; nothing with problems reported. */
    static Optional<FrontierStudy> of(
            FrontierQuery query, Optional<Architecture> model, Catalog catalog, Problems problems) {
        double tokens = query.request().context().mostTokens();
        Optional<String> refusal = model.flatMap(found -> Positions.refusal(found, tokens));
        if (refusal.isPresent()) {
            problems.error("beyond-positions", query.model().place(), refusal.get());
            return Optional.empty();
        }
        return ModelOnChip.find(catalog, model, query.chip(), query.formats(), query.engine(), problems)
                .flatMap(setup -> catalog.get(Chip.KIND, query.chip(), problems).map(chip -> of(query, setup, chip)))
                .map(study -> study.with(notes(query, model.orElseThrow(), study.setup(), catalog)));
    }

    private static List<String> notes(FrontierQuery query, Architecture model, ModelOnChip setup, Catalog catalog) {
        return Stream.of(
                        Positions.caution(model, query.request().context().mostTokens()),
                        catalog.get(Chip.KIND, query.chip(), new Problems())
                                .flatMap(chip -> PublishedFormat.note(model, query.formats(), setup.encodings(), chip)),
                        model.caution())
                .flatMap(Optional::stream)
                .toList();
    }

    private static FrontierStudy of(FrontierQuery query, ModelOnChip setup, Chip chip) {
        return of(query.model().value(), query.chip().value(), query.method(), setup, chip, query.request())
                .requiring(query.requiredSpeed());
    }

    /**
     * Searches the frontier; no serial speed is required, and limits are not looked for.
     *
     * @param model the id of the model
     * @param chip the id of the kind of chip
     * @param method the step-time model
     * @param setup the model on the chip
     * @param hardware the chip
     * @param request what is asked for
     */
    public static FrontierStudy of(
            String model,
            String chip,
            TimeModelChoice method,
            ModelOnChip setup,
            Chip hardware,
            ReplicaRequest request) {
        return new FrontierStudy(
                model,
                chip,
                method.toString(),
                setup,
                request,
                Frontier.search(
                        method.of(setup), setup, request, setup.calibration().prefillLoad()),
                OptionalDouble.empty(),
                rent(hardware),
                power(hardware),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private FrontierStudy with(List<String> found) {
        return new FrontierStudy(
                model,
                chip,
                method,
                setup,
                request,
                frontier,
                requiredSpeed,
                rentUsdPerHour,
                powerWatts,
                limits,
                found,
                otherwise);
    }

    /** The same where a serial speed is required, in token/s. */
    public FrontierStudy requiring(OptionalDouble serialSpeed) {
        return new FrontierStudy(
                model,
                chip,
                method,
                setup,
                request,
                frontier,
                serialSpeed,
                rentUsdPerHour,
                powerWatts,
                limits,
                notes,
                otherwise);
    }

    /** The latest rent of a chip, of those under a contract, on demand or by the cost of owning one, in USD/h. */
    public static OptionalDouble rent(Chip chip) {
        return Rent.of(chip).stream()
                .mapToDouble(rent -> HOUR * FactorInputs.central(rent.perHour()))
                .findFirst();
    }

    /** The power of a chip, in W. */
    public static OptionalDouble power(Chip chip) {
        return chip.power().best().stream().mapToDouble(FactorInputs::central).findFirst();
    }

    /** The deployment that is wanted: with the most tokens per chip at the required speed, or the most of all. */
    public Optional<OperatingPoint> best() {
        return frontier.atLeast(requiredSpeed.orElse(0));
    }

    /** The same with the limits of its search that bind the deployment that is wanted. */
    public FrontierStudy probed(TimeModel time) {
        List<BindingLimit> found = best().map(
                        point -> Frontier.limits(chip, time, setup, request, point, requiredSpeed.orElse(0)))
                .orElse(List.of());
        return new FrontierStudy(
                model,
                chip,
                method,
                setup,
                request,
                frontier,
                requiredSpeed,
                rentUsdPerHour,
                powerWatts,
                found,
                notes,
                otherwise);
    }

    // The same beside what the other choice of layouts has.
    private FrontierStudy compared(TimeModelChoice by) {
        Optional<OperatingPoint> best = Frontier.search(
                        by.of(setup),
                        setup,
                        request.among(request.layouts().other()),
                        setup.calibration().prefillLoad())
                .atLeast(requiredSpeed.orElse(0));
        return new FrontierStudy(
                model,
                chip,
                method,
                setup,
                request,
                frontier,
                requiredSpeed,
                rentUsdPerHour,
                powerWatts,
                limits,
                notes,
                best);
    }

    /** The time per output token of a deployment worked out; nothing where the step-time model is not made of operators. */
    public Optional<StepExplanation> explanation(OperatingPoint point) {
        return Arrays.stream(TimeModelChoice.values())
                .filter(choice -> choice.toString().equals(method))
                .findFirst()
                .flatMap(choice ->
                        choice.of(setup).explain(point.deployment(), request.context(), request.speculation()));
    }

    /** What a token costs in rent, in USD. */
    public OptionalDouble usdPerToken(OperatingPoint point) {
        return over(rentUsdPerHour, HOUR * point.throughputPerChip());
    }

    /** What a token costs in energy, in joules. */
    public OptionalDouble joulesPerToken(OperatingPoint point) {
        return over(powerWatts, point.throughputPerChip());
    }

    private static OptionalDouble over(OptionalDouble number, double divisor) {
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() / divisor) : OptionalDouble.empty();
    }

    /** The part of the dense rate at the format of the products that the parameters' arithmetic is. */
    public double utilization(OperatingPoint point) {
        return point.utilization(
                setup.shape().activeParameters(), setup.formats().feedForward().flopPerSecond());
    }

    /**
     * What the modelled speed of a deployment is multiplied with at the 95th percentile of measured ones, and divided by at the
     * 5th; known of the calibrated method alone.
     */
    public OptionalDouble errorFactor(OperatingPoint point) {
        return method.equals(TimeModelChoice.CALIBRATED.toString())
                ? OptionalDouble.of(Math.exp(
                        Unseen.NINETY * setup.residual(point.deployment().sequences())))
                : OptionalDouble.empty();
    }
}
