package muster.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.format.Encoding;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;
import muster.unit.CalendarPeriod;
import muster.unit.NumberText;
import muster.unit.Unit;

/**
 * A model in the catalog, by its shape or, where that is not known, by stated sizes. Sizes stated beside a shape must agree
 * with it: what is computed comes from the shape.
 *
 * @param developer who made it
 * @param released when it was released, as {@code 2024-07}
 * @param shape what its size and work are counted from
 * @param maxPositions the tokens of the longest sequence that it is made for, as {@code max_position_embeddings}; 0 where that is not
 *     known
 * @param quantized what is stored in a narrow format when the model is served in one
 * @param weightFormat the format in which its weights are published
 * @param scales how its numbers are scaled where it is served in 8 bits
 * @param parameters all parameters as published
 * @param activeParameters the parameters that a token is multiplied with as published, with or without the input embedding
 * @param training how much training it had, as published
 * @param sizes how models of other sizes of its family are shaped
 * @param predictionLayers further layers that guess tokens ahead (multi-token prediction, MTP), of which nothing is in any count
 * @param caution what is to be known of whatever is computed from it, as that its shape is rough
 * @param planned whether the model is not there yet, so that its heads and widths are taken to divide among any number of chips; engines
 *     divide those of a model that is there without remainder
 */
public record Architecture(
        String developer,
        Optional<CalendarPeriod> released,
        Optional<Shape> shape,

        @Otherwise(value = "0", because = "not known") int maxPositions,

        @Otherwise(value = "all", because = "as most checkpoints in narrow formats do")
        Quantized quantized,

        @Otherwise(value = "bf16", because = "most checkpoints are published at 16 bits")
        Encoding weightFormat,

        @Otherwise(value = "tensor", because = "as most 8-bit checkpoints have")
        ScaleLayout scales,

        @In("parameter") Optional<Input> parameters,
        @In("parameter") Optional<Input> activeParameters,
        @Inline PriorTraining training,
        Optional<FamilyRule> sizes,

        @Otherwise(value = "0", because = "most models have none")
        int predictionLayers,

        Optional<String> caution,

        @Otherwise(value = "false", because = "most models of a catalog are there")
        boolean planned)
        implements Dated {

    /** Models in the catalog. */
    public static final EntryKind<Architecture> KIND =
            new EntryKind<>("architecture/v1", "architectures", Architecture.class, Set.of("model"));

    /** The code of a warning that tells a model's caution. */
    public static final String CAUTION = "model-caution";

    // Published totals are rounded to three digits, or leave out small parts.
    private static final double TOTAL_TOLERANCE = 0.01;
    // Published active counts are rounded to one or two digits.
    private static final double ACTIVE_TOLERANCE = 0.05;

    /** The matrices that take a narrow format. */
    public enum Quantized {
        /** Those of attention and feed-forward layers; never embedding and output layer. */
        ALL,
        /** Those of experts alone. */
        EXPERTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Architecture {
        if (shape.isEmpty() && (parameters.isEmpty() || activeParameters.isEmpty())) {
            throw new IllegalArgumentException("needs a shape, or parameters and active_parameters");
        }
        shape.ifPresent(counted -> check(counted, parameters, activeParameters));
        training.check(shape.map(Shape::activeParameters)
                .or(() -> activeParameters.map(Architecture::number))
                .orElseThrow());
    }

    @Override
    public Optional<String> whose() {
        return Optional.of(developer);
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        return released.map(when -> Map.of("released", when)).orElse(Map.of());
    }

    /** A model of another shape, quantized as this one and planned; nothing is stated of its sizes and its training. */
    public Architecture with(Shape other) {
        return new Architecture(
                developer,
                released,
                Optional.of(other),
                maxPositions,
                quantized,
                weightFormat,
                scales,
                Optional.empty(),
                Optional.empty(),
                PriorTraining.UNSAID,
                Optional.empty(),
                predictionLayers,
                caution,
                planned || !shape.equals(Optional.of(other)));
    }

    /** The same with 8-bit numbers scaled otherwise, as a checkpoint of others may have them. */
    public Architecture scaled(ScaleLayout other) {
        return new Architecture(
                developer,
                released,
                shape,
                maxPositions,
                quantized,
                weightFormat,
                other,
                parameters,
                activeParameters,
                training,
                sizes,
                predictionLayers,
                caution,
                planned);
    }

    /** A model of nobody's that is planned, of a shape. */
    public static Architecture of(Shape shape) {
        return new Architecture(
                "nobody",
                Optional.empty(),
                Optional.of(shape),
                0,
                Quantized.ALL,
                Encoding.BF16,
                ScaleLayout.TENSOR,
                Optional.empty(),
                Optional.empty(),
                PriorTraining.UNSAID,
                Optional.empty(),
                0,
                Optional.empty(),
                true);
    }

    private static void check(Shape shape, Optional<Input> parameters, Optional<Input> active) {
        parameters
                .map(Architecture::number)
                .filter(stated -> differ(stated, shape.parameters(), TOTAL_TOLERANCE))
                .ifPresent(stated -> refuse("parameters", stated, shape.parameters()));
        active.map(Architecture::number)
                .filter(stated -> differ(stated, shape.activeParameters(), ACTIVE_TOLERANCE)
                        && differ(stated, shape.activeParameters() + shape.embedding(), ACTIVE_TOLERANCE))
                .ifPresent(stated -> refuse("active_parameters", stated, shape.activeParameters()));
    }

    private static boolean differ(double stated, double counted, double tolerance) {
        return Math.abs(stated / counted - 1) > tolerance;
    }

    private static void refuse(String key, double stated, double counted) {
        throw new IllegalArgumentException(
                "%s is stated as %s and counted from the shape as %s. Maybe %s: !delete, where the shape is meant?"
                        .formatted(key, NumberText.rounded(stated, 5), NumberText.rounded(counted, 5), key));
    }

    private static double number(Input input) {
        return input.value().central().base();
    }

    /**
     * All parameters: counted from the shape, else as stated.
     *
     * @param name the name of the input
     * @param place where the model is named
     */
    public Input parameters(String name, Place place) {
        return shape.map(counted -> counted(name, counted.parameters(), counted, place))
                .or(() -> parameters)
                .orElseThrow();
    }

    /**
     * The parameters that a token is multiplied with: counted from the shape, else as stated.
     *
     * @param name the name of the input
     * @param place where the model is named
     */
    public Input activeParameters(String name, Place place) {
        return shape.map(counted -> counted(name, counted.activeParameters(), counted, place))
                .or(() -> activeParameters)
                .orElseThrow();
    }

    private static Input counted(String name, double parameters, Shape shape, Place place) {
        String title = "counted from the shape: %s layers of width %s, %s heads, vocabulary %s"
                .formatted(shape.layers(), shape.width(), shape.attention().heads(), shape.vocabulary());
        Unit unit = Unit.parse("parameter");
        return new Input(
                name,
                new Uncertain(new PointMass(parameters), unit),
                unit,
                Optional.of(Source.of("shape", title, Tier.DERIVED)),
                place);
    }
}
