package muster.technique;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Encodings;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.RequestTokens;
import muster.model.Architecture;
import muster.model.Shape;
import muster.scaling.law.Law;
import muster.scaling.quality.QualityLaw;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.NamedTechnique;
import muster.technique.comparison.ServedDesign;

/** Serves designs on chips of one kind. */
final class OneChip implements DesignResult.Server {
    static final Catalog SHELF = new Catalog(
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, Law.KIND, QualityLaw.KIND, Technique.KIND),
            List.of(BuiltIn.load()));
    private static final Place ASKED = Place.argument("asked");

    private final String id;
    private final Chip chip;
    private final RequestTokens context;
    private final double leastSpeed;
    private final int replicaChips;

    OneChip(String id, RequestTokens context, double leastSpeed, int replicaChips) {
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

    static List<NamedTechnique> techniques(String... ids) {
        Problems problems = new Problems();
        List<NamedTechnique> found = NamedTechnique.all(
                SHELF, List.of(ids).stream().map(OneChip::text).toList(), problems);
        if (!problems.none()) {
            throw new AssertionError(problems.sorted().toString());
        }
        return found;
    }

    @Override
    public DesignResult serve(Design design) {
        ServingSettings serving = design.serving();
        Shape shape = design.model().shape();
        Problems problems = new Problems();
        Calibration calibration =
                SHELF.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow();
        Optional<ModelOnChip> setup = ModelOnChip.of(
                Architecture.of(shape),
                chip,
                id,
                serving.encodings(),
                calibration,
                DatedEngine.AVERAGE,
                ASKED,
                problems);
        if (setup.isEmpty()) {
            return DesignResult.nothing(design, problems.sorted().toString());
        }
        ModelOnChip stored = serving.weightBytes().isPresent()
                ? setup.get().storing(serving.weightBytes().getAsDouble())
                : setup.get();
        ReplicaRequest request = new ReplicaRequest(context, replicaChips, serving.speculation());
        Frontier frontier =
                Frontier.search(TimeModelChoice.CALIBRATED.of(stored), stored, request, calibration.prefillLoad());
        Optional<OperatingPoint> best = frontier.atLeast(serving.serialSpeed().orElse(leastSpeed));
        return best.map(point -> DesignResult.of(
                        design,
                        new ServedDesign(
                                shape,
                                id,
                                stored.encodings(),
                                point.chips(),
                                point.deployment().sequences(),
                                point.serialSpeed(),
                                point.throughputPerChip(),
                                point.breakdown(),
                                frontier,
                                ServedDesign.PerToken.UNKNOWN,
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Map.of())))
                .orElseGet(() -> DesignResult.nothing(design, "too slow"));
    }
}
