package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.format.Format;
import muster.uncertainty.Input;

/**
 * Sparsity as the vendor quotes it. Dense rates alone are computed with; this is for a reader who has the headline before
 * them.
 *
 * @param pattern as {@code 2:4}
 * @param multiplier sparse rate over dense rate, at every format that {@code overrides} does not name; left out where the vendor
 *     states none
 * @param overrides sparse rate over dense rate at single formats
 * @param quoted the sparse rates that the vendor prints
 */
public record Sparsity(
        String pattern, @In("1") Optional<Input> multiplier, Optional<Multipliers> overrides, Optional<Peak> quoted) {

    /** Sparse rate over dense rate at a format, where it is known. */
    public Optional<Input> at(Format format) {
        return overrides.flatMap(single -> single.at(format)).or(() -> multiplier);
    }

    /**
     * Sparse rate over dense rate by format.
     *
     * @param tf32 a pure number
     * @param bf16 a pure number
     * @param fp16 a pure number
     * @param fp8 a pure number
     * @param int8 a pure number
     * @param fp6 a pure number
     * @param fp4 a pure number
     */
    public record Multipliers(
            @In("1") Optional<Input> tf32,
            @In("1") Optional<Input> bf16,
            @In("1") Optional<Input> fp16,
            @In("1") Optional<Input> fp8,
            @In("1") Optional<Input> int8,
            @In("1") Optional<Input> fp6,
            @In("1") Optional<Input> fp4) {

        Optional<Input> at(Format format) {
            return switch (format) {
                case TF32 -> tf32;
                case BF16 -> bf16;
                case FP16 -> fp16;
                case FP8 -> fp8;
                case INT8 -> int8;
                case FP6 -> fp6;
                case FP4 -> fp4;
                default -> Optional.empty();
            };
        }
    }
}
