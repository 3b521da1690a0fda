package muster.inference;

import java.util.Map;
import muster.catalog.Kind;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Range;
import muster.document.Text;
import muster.uncertainty.Input;

/**
 * What the step-time model takes from measurements.
 *
 * @param dense constants of models without experts
 * @param experts constants of models with experts
 * @param families the chips of the fit by family, as the chips of the catalog name theirs, with what they do otherwise
 * @param memoryFraction the part of a chip's memory that weights and cache may fill
 * @param memoryReserve what the engine and its buffers take of it, in bytes per chip
 * @param promptUtilization how busy chips are that only read prompts
 */
public record Calibration(
        ConstantSet dense,
        ConstantSet experts,
        Map<String, Family> families,
        @In(value = "1", range = Range.FRACTION) Input memoryFraction,
        @In("B/chip") Input memoryReserve,
        @In(value = "1", range = Range.FRACTION) Input promptUtilization) {

    /** Calibrations in the catalog. */
    public static final Kind<Calibration> KIND = new Kind<>("calibration/v1", "calibrations", Calibration.class);

    /** How busy chips are that only read prompts, at the central value. */
    public double promptLoad() {
        return ConstantSet.central(promptUtilization);
    }

    /** The one that is meant where none is named. */
    public static final Text STANDARD = new Text("inferencex", Place.argument("inferencex"));
}
