package muster.inference.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Shape;
import muster.model.Traits;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;

/**
 * What the step-time model takes from measurements.
 *
 * @param constants the constants that all chips and engines share
 * @param families what families of chips do otherwise, by a word of the family's name in the catalog
 * @param vendors what the chips of a vendor do otherwise whose family was not in the fit
 * @param engines what the software does otherwise, by name
 * @param memoryReserve what the engine and its buffers take of the memory, in bytes per chip
 * @param prefillChunk the most prompt tokens that a step prefills
 * @param timeToFirstToken what an idle server needs for the first token beside prefill
 * @param prefillUtilization how busy chips are that only prefill
 * @param residuals by regime, the standard deviation of the logarithm of measured over modelled values on chips that the fit
 *     did not see
 * @param familyResiduals by family of chips, how many times wider errors are than those of all families in the same regime
 * @param unseenFamilies the same on chips of a family of which the fit saw none, as leaving out whole families showed
 * @param unseenKinds the same on models of a kind of which the fit saw none, as leaving out whole kinds showed
 * @param kinds how many rows of the fit are of models with a trait, by {@link Traits}
 * @param rows what layouts and months the rows of the fit are of
 */
public record Calibration(
        FactorInputs constants,
        Map<String, ChipFamilyFactors> families,
        Map<String, ChipFamilyFactors> vendors,
        Map<String, EngineFactors> engines,
        @In("B/chip") Input memoryReserve,
        @In("token") Input prefillChunk,
        @In("s") Input timeToFirstToken,
        @In(value = "1", range = Range.FRACTION) Input prefillUtilization,
        @In("1") Map<String, Input> residuals,
        @In("1") Optional<Map<String, Input>> familyResiduals,
        @In("1") Optional<Map<String, Input>> unseenFamilies,
        @In("1") Optional<Map<String, Input>> unseenKinds,
        @In("1") Optional<Map<String, Input>> kinds,
        Optional<MeasuredRows> rows) {

    /** A kind of model with fewer rows in the fit is as one without any: so few tell no error of their own. */
    public static final int FEWEST_ROWS = 10;

    /** Calibrations in the catalog. */
    public static final EntryKind<Calibration> KIND =
            new EntryKind<>("calibration/v1", "calibrations", Calibration.class);

    /** How busy chips are that only prefill, at the central value. */
    public double prefillLoad() {
        return FactorInputs.central(prefillUtilization);
    }

    /** The engine that does nothing otherwise. */
    public static final String AVERAGE = "average";

    /** The one that is meant where none is named. */
    public static final Text STANDARD = new Text("measured", Place.argument("measured"));

    /** The standard deviation of the logarithm of measured over modelled values in a regime. */
    public double residual(Regime regime) {
        return FactorInputs.central(stated(regime));
    }

    /**
     * The same for what the fit did not see. What an unseen family and an unseen kind each add to the variance is added, and so is
     * the drift of an engine over the months between those of its rows and the one that is asked for.
     *
     * <pre>
     * s^2 = seen^2 + (family^2 - seen^2) + (kind^2 - seen^2) + d^2 months
     * </pre>
     *
     * @param regime the regime
     * @param unseen what the fit did not see
     */
    public double residual(Regime regime, Unseen unseen) {
        double seen = residual(regime);
        double squares = seen * seen;
        if (unseen.family().isPresent()) {
            squares += more(unseenFamilies, regime, seen);
        }
        if (!unseen.traits().isEmpty()) {
            squares += more(unseenKinds, regime, seen);
        }
        if (unseen.gap().isPresent() && rows.isPresent()) {
            double drift = rows.get().monthlyDrift();
            squares += drift * drift * unseen.gap().get().months();
        }
        return squares == seen * seen ? seen : Math.sqrt(squares);
    }

    private static double more(Optional<Map<String, Input>> unseen, Regime regime, double seen) {
        double wider = unseen.flatMap(known -> Optional.ofNullable(known.get(regime.toString())))
                .map(FactorInputs::central)
                .orElse(seen);
        return Math.max(0, wider * wider - seen * seen);
    }

    /** What the fit did not see of a model on a chip; traits are known only where the calibration counts them. */
    public Unseen unseen(Chip chip, Shape shape) {
        Optional<String> family =
                measured(chip) ? Optional.empty() : Optional.of(chip.family().orElse(chip.vendor()));
        return new Unseen(
                family,
                kinds.map(known -> Traits.of(shape).stream()
                                .filter(trait -> rows(known, trait) < FEWEST_ROWS)
                                .toList())
                        .orElse(List.of()));
    }

    private static double rows(Map<String, Input> known, String trait) {
        Input rows = known.get(trait);
        return rows == null ? 0 : FactorInputs.central(rows);
    }

    /** The same with the errors of steps of a chip's family in place of those of all; where a batch is solved, only wider. */
    public Calibration around(Chip chip) {
        Optional<Input> wider = familyName(chip)
                .flatMap(name -> familyResiduals.flatMap(known -> Optional.ofNullable(known.get(name))));
        if (wider.isEmpty()) {
            return this;
        }
        double times = FactorInputs.central(wider.get());
        Map<String, Input> own = new TreeMap<>();
        residuals.forEach((regime, all) -> own.put(regime, times(all, spread(regime, times))));
        return new Calibration(
                constants,
                families,
                vendors,
                engines,
                memoryReserve,
                prefillChunk,
                timeToFirstToken,
                prefillUtilization,
                own,
                familyResiduals,
                unseenFamilies,
                unseenKinds,
                kinds,
                rows);
    }

    // Rows of a given batch tell the spread of a family: first tokens are not among them, and of a solved batch few,
    // whose error is
    // not smaller for it.
    private static double spread(String regime, double times) {
        if (regime.equals(Regime.PREFILL.toString()) || regime.equals(Regime.QUEUE.toString())) {
            return 1;
        }
        boolean solved =
                regime.equals(Regime.DENSE_SOLVED.toString()) || regime.equals(Regime.EXPERTS_SOLVED.toString());
        return solved ? Math.max(1, times) : times;
    }

    private static Input times(Input all, double factor) {
        return new Input(
                all.name(),
                new Uncertain(new PointMass(factor * FactorInputs.central(all)), all.unit()),
                all.unit(),
                all.source(),
                all.place(),
                Optional.empty());
    }

    /**
     * The same with what a fit found of families, of what it did not see, and how many rows each trait of a model had.
     *
     * @param spreads how many times wider the errors of each family are than those of all
     * @param ofFamilies the errors on chips of unseen families
     * @param ofKinds the errors on models of unseen kinds
     * @param traits rows by trait
     */
    public Calibration knowing(
            Map<String, Double> spreads,
            Map<Regime, Double> ofFamilies,
            Map<Regime, Double> ofKinds,
            Map<String, Integer> traits) {
        return new Calibration(
                constants,
                families,
                vendors,
                engines,
                memoryReserve,
                prefillChunk,
                timeToFirstToken,
                prefillUtilization,
                residuals,
                Optional.of(numbers(spreads)),
                Optional.of(numbers(ofFamilies)),
                Optional.of(numbers(ofKinds)),
                Optional.of(numbers(traits)),
                rows);
    }

    /** The same with what the rows of the fit are of. */
    public Calibration counting(MeasuredRows counted) {
        return new Calibration(
                constants,
                families,
                vendors,
                engines,
                memoryReserve,
                prefillChunk,
                timeToFirstToken,
                prefillUtilization,
                residuals,
                familyResiduals,
                unseenFamilies,
                unseenKinds,
                kinds,
                Optional.of(counted));
    }

    private static Map<String, Input> numbers(Map<?, ? extends Number> values) {
        Map<String, Input> numbers = new TreeMap<>();
        values.forEach((name, value) ->
                numbers.put(name.toString(), ChipFamilyFactors.one(name.toString(), value.doubleValue())));
        return numbers;
    }

    /**
     * The same without a family, and without the vendors that have none left.
     *
     * @param family the family
     * @param left the vendors that have families beside it
     */
    public Calibration without(String family, Set<String> left) {
        Map<String, ChipFamilyFactors> fewer = new TreeMap<>(families);
        fewer.remove(family);
        Map<String, ChipFamilyFactors> owners = new TreeMap<>(vendors);
        owners.keySet().retainAll(left);
        return new Calibration(
                constants,
                fewer,
                owners,
                engines,
                memoryReserve,
                prefillChunk,
                timeToFirstToken,
                prefillUtilization,
                residuals,
                familyResiduals,
                unseenFamilies,
                unseenKinds,
                kinds,
                rows);
    }

    /** The same as the calibration states it. */
    public Input stated(Regime regime) {
        Input known = residuals.get(regime.toString());
        if (known == null) {
            throw new IllegalStateException("no residual of " + regime);
        }
        return known;
    }

    /** Whether chips of this family were in the fit. */
    public boolean measured(Chip chip) {
        return familyName(chip).isPresent();
    }

    /** What a chip does otherwise: that of its family, else of its vendor, else nothing. */
    public ChipFamilyFactors family(Chip chip) {
        return familyName(chip)
                .map(families::get)
                .or(() -> Optional.ofNullable(vendors.get(chip.vendor())))
                .orElse(ChipFamilyFactors.AVERAGE);
    }

    /** The name under which a chip's family was in the fit: the longest that the name in the catalog contains. */
    public Optional<String> familyName(Chip chip) {
        return chip.family()
                .flatMap(name -> families.keySet().stream()
                        .filter(name::contains)
                        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    /** The engine that a text names, with a month or without; one that was not measured is reported, unless it is the average. */
    public Optional<DatedEngine> engine(Text name, Problems problems) {
        return DatedEngine.parse(name, this, problems);
    }

    /** The month that is asked for of an engine, where none of its rows is as old or as new. */
    public Optional<EngineGap> gap(DatedEngine engine) {
        return engine.month()
                .flatMap(asked -> rows.flatMap(known -> known.months(engine.name()))
                        .map(months -> new EngineGap(engine.name(), asked, months)))
                .filter(gap -> gap.months() > 0);
    }

    /** What an engine does otherwise; nothing where it was not in the fit. */
    public EngineFactors engine(String name) {
        return engines.getOrDefault(name, EngineFactors.AVERAGE);
    }
}
