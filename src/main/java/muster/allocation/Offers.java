package muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.diagnostic.Severity;
import muster.hardware.Chip;
import muster.inference.BindingLimit;
import muster.inference.Calibration;
import muster.inference.Encodings;
import muster.inference.Engine;
import muster.inference.Frontier;
import muster.inference.Method;
import muster.inference.OperatingPoint;
import muster.inference.Regime;
import muster.inference.Request;
import muster.inference.Setup;
import muster.inference.Speculation;
import muster.inference.Unseen;
import muster.model.FeedForward;
import muster.uncertainty.Group;
import muster.uncertainty.Input;
import muster.uncertainty.LogNormal;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.unit.Numbers;
import muster.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Every way to serve a model on a chip that is fast enough; searched when first asked for. */
final class Offers {
    private static final int MOST_DIGITS = 10;
    private static final String ERROR = AllocationFigures.SERVE_ERROR;
    private static final Source RESIDUAL = Source.of(
            "calibration",
            "the standard deviation of the logarithm of measured over modelled speed, on chips that the fit did not see",
            Tier.DERIVED);

    private final Serve serve;
    private final Map<String, Chip> chips;
    private final List<Model> models;
    private final List<Encodings> formats;
    private final Calibration calibration;
    private final Engine engine;
    private @Nullable List<Found> found;

    /** What was found for a model on a chip in a format: offers, or why there are none. */
    private record Found(List<Offer> offers, String refusal, Optional<String> caution) {
        Found(List<Offer> offers, String refusal) {
            this(offers, refusal, Optional.empty());
        }
    }

    Offers(
            Serve serve,
            Map<String, Chip> chips,
            List<Model> models,
            List<Encodings> formats,
            Calibration calibration,
            Engine engine) {
        this.serve = serve;
        this.chips = new LinkedHashMap<>(chips);
        this.models = List.copyOf(models);
        this.formats = List.copyOf(formats);
        this.calibration = calibration;
        this.engine = engine;
    }

    List<Offer> found() {
        return all().stream().flatMap(each -> each.offers().stream()).toList();
    }

    List<String> refusals() {
        return all().stream()
                .map(Found::refusal)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Where bands are those of chips and models that the fit of the calibration did not see. */
    List<Diagnostic> cautions() {
        return all().stream()
                .flatMap(each -> each.caution().stream())
                .distinct()
                .map(words -> new Diagnostic(
                        Severity.WARNING, Unseen.CODE, serve.serialSpeed().place(), words))
                .toList();
    }

    private synchronized List<Found> all() {
        if (found == null) {
            // In the order of the pairs, whatever thread searched which.
            found = pairs().parallelStream().map(this::search).toList();
        }
        return found;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        models.forEach(model ->
                chips.forEach((id, chip) -> formats.forEach(format -> pairs.add(new Pair(model, id, chip, format)))));
        return pairs;
    }

    private record Pair(Model model, String id, Chip chip, Encodings format) {}

    /** The limits of the searches for replicas that bind what a plan serves. */
    List<Diagnostic> limits(Plan plan) {
        Set<Serving> served = new LinkedHashSet<>();
        for (Assignment one : plan.assignments()) {
            if (one.activity() instanceof Activity.Serve serve) {
                served.add(serve.serving());
            }
        }
        List<BindingLimit> binding = pairs().stream()
                .flatMap(pair -> setup(pair, new Problems()).stream().flatMap(setup -> limits(pair, setup, served)))
                .toList();
        return BindingLimit.words(binding).stream()
                .map(words -> new Diagnostic(
                        Severity.WARNING, "limit-binds", serve.serialSpeed().place(), words))
                .toList();
    }

    private Stream<BindingLimit> limits(Pair pair, Setup setup, Set<Serving> served) {
        Frontier frontier = frontier(setup);
        return frontier.points().stream()
                .filter(point -> served.stream()
                        .anyMatch(serving -> serving.chip().equals(pair.id())
                                && serving.variant().equals(variant(pair, point, frontier))))
                .flatMap(point -> Frontier.limits(
                        "%s with %s in %s".formatted(pair.id(), pair.model().id(), pair.format()),
                        Method.CALIBRATED.of(setup),
                        setup,
                        request(),
                        point,
                        point.serialSpeed())
                        .stream());
    }

    private Request request() {
        return new Request(serve.context().central(), serve.mostReplicaChips(), Speculation.NONE);
    }

    private Frontier frontier(Setup setup) {
        return Frontier.search(Method.CALIBRATED.of(setup), setup, request(), calibration.promptLoad());
    }

    private static String variant(Pair pair, OperatingPoint point, Frontier frontier) {
        return "%s in %s at %s token/s".formatted(pair.model().id(), pair.format(), speed(point, frontier));
    }

    private Optional<Setup> setup(Pair pair, Problems problems) {
        return Setup.of(
                pair.model().architecture(),
                pair.chip(),
                pair.id(),
                pair.format(),
                calibration,
                engine,
                serve.serialSpeed().place(),
                problems);
    }

    private Found search(Pair pair) {
        Problems problems = new Problems();
        Optional<Setup> setup = setup(pair, problems);
        if (setup.isEmpty()) {
            String why = problems.sorted().stream()
                    .map(problem -> problem.message())
                    .findFirst()
                    .orElse("");
            return new Found(List.of(), "%s in %s: %s".formatted(pair.id(), pair.format(), why));
        }
        Frontier frontier = frontier(setup.get());
        List<Offer> offers = frontier.points().stream()
                .map(point -> new Offer(
                        pair.model(),
                        pair.id(),
                        variant(pair, point, frontier),
                        point.serialSpeed(),
                        point.throughputPerChip(),
                        Optional.of(error(setup.get(), point))))
                .toList();
        double speed = serve.serialSpeed().central();
        boolean slow = offers.stream()
                .noneMatch(offer ->
                        offer.serialSpeed() * offer.error().orElseThrow().central() >= speed);
        Optional<String> caution = serve.error().isPresent()
                ? Optional.empty()
                : frontier.points().stream()
                        .map(point -> setup.get().caution(point.deployment().sequences()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(words ->
                                "%s, %s: %s".formatted(pair.id(), pair.model().id(), words));
        return new Found(offers, slow ? refusal(pair, frontier, speed) : "", caution);
    }

    // In as few digits, from three on, as no other point of the frontier has.
    private static String speed(OperatingPoint point, Frontier frontier) {
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            int many = digits;
            String text = Numbers.rounded(point.serialSpeed(), many);
            // Numbers of one text are closer to each other than its last digit, which is cheaper to see.
            double lastDigit = point.serialSpeed() * Math.pow(10, 1 - digits);
            if (frontier.points().stream()
                            .filter(other -> Math.abs(other.serialSpeed() - point.serialSpeed()) <= lastDigit)
                            .filter(other ->
                                    Numbers.rounded(other.serialSpeed(), many).equals(text))
                            .count()
                    == 1) {
                return text;
            }
        }
        return Numbers.exact(point.serialSpeed());
    }

    // How far measured speeds are from modelled ones where the fit did not see the chip.
    private Input error(Setup setup, OperatingPoint point) {
        Regime regime = Regime.of(
                setup.shape().feedForward() instanceof FeedForward.Experts,
                point.deployment().sequences());
        return serve.error()
                .orElseGet(() -> new Input(
                        ERROR + "." + regime + setup.unseen().suffix(),
                        new Uncertain(
                                new LogNormal(
                                        0, setup.residual(point.deployment().sequences()), 1),
                                Unit.ONE),
                        Unit.ONE,
                        Optional.of(RESIDUAL),
                        serve.serialSpeed().place(),
                        Optional.of(new Group(ERROR, 1))));
    }

    private String refusal(Pair pair, Frontier frontier, double speed) {
        return frontier.fastest()
                .map(fastest -> "%s serves %s in %s at %s token/s at most, not at %s"
                        .formatted(
                                pair.id(),
                                pair.model().id(),
                                pair.format(),
                                Numbers.rounded(fastest.serialSpeed(), 3),
                                Numbers.exact(speed)))
                .orElse("%s does not fit on %s chips of %s in %s"
                        .formatted(pair.model().id(), serve.mostReplicaChips(), pair.id(), pair.format()));
    }
}
