package muster.technique;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.hardware.Chip;
import muster.inference.Calibration;
import muster.inference.Context;
import muster.inference.Encodings;
import muster.inference.Frontier;
import muster.inference.Method;
import muster.inference.OperatingPoint;
import muster.inference.Request;
import muster.inference.Setup;
import muster.model.Architecture;
import muster.model.Shape;
import muster.scaling.Law;
import muster.scaling.QualityLaw;

/** Serves designs on chips of one kind. */
final class OneChip implements Result.Server {
    static final Shelf SHELF = new Shelf(
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, Law.KIND, QualityLaw.KIND, Technique.KIND),
            List.of(BuiltIn.load()));
    private static final Place ASKED = Place.argument("asked");

    private final String id;
    private final Chip chip;
    private final Context context;
    private final double leastSpeed;
    private final int replicaChips;

    OneChip(String id, Context context, double leastSpeed, int replicaChips) {
        this.id = id;
        this.chip = SHELF.get(Chip.KIND, text(id), new Problems()).orElseThrow();
        this.context = context;
        this.leastSpeed = leastSpeed;
        this.replicaChips = replicaChips;
    }

    static Text text(String word) {
        return new Text(word, ASKED);
    }

    static Shape shape(String model) {
        return SHELF.get(Architecture.KIND, text(model), new Problems())
                .flatMap(Architecture::shape)
                .orElseThrow();
    }

    static Encodings formats(String formats) {
        return Encodings.parse(text(formats), new Problems()).orElseThrow();
    }

    static List<Named> techniques(String... ids) {
        Problems problems = new Problems();
        List<Named> found =
                Named.all(SHELF, List.of(ids).stream().map(OneChip::text).toList(), problems);
        if (!problems.none()) {
            throw new AssertionError(problems.sorted().toString());
        }
        return found;
    }

    @Override
    public Result serve(Design design) {
        Serving serving = design.serving();
        Shape shape = design.model().shape();
        Problems problems = new Problems();
        Calibration calibration =
                SHELF.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow();
        Optional<Setup> setup = Setup.of(
                Architecture.of(shape),
                chip,
                id,
                serving.encodings(),
                calibration,
                calibration.engine("average"),
                ASKED,
                problems);
        if (setup.isEmpty()) {
            return Result.nothing(design, problems.sorted().toString());
        }
        Setup stored = serving.weightBytes().isPresent()
                ? setup.get().storing(serving.weightBytes().getAsDouble())
                : setup.get();
        Request request = new Request(context, replicaChips, serving.speculation());
        Frontier frontier = Frontier.search(Method.CALIBRATED.of(stored), stored, request, calibration.promptLoad());
        Optional<OperatingPoint> best = frontier.atLeast(serving.serialSpeed().orElse(leastSpeed));
        return best.map(point -> Result.of(
                        design,
                        new Outcome(
                                shape,
                                id,
                                stored.encodings(),
                                point.chips(),
                                point.deployment().sequences(),
                                point.serialSpeed(),
                                point.throughputPerChip(),
                                point.breakdown(),
                                frontier,
                                Outcome.PerToken.UNKNOWN,
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Map.of())))
                .orElseGet(() -> Result.nothing(design, "too slow"));
    }
}
