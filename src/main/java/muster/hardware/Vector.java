package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.format.Format;
import muster.uncertainty.Input;

/**
 * Dense rates of the vector units. A chip without matrix units, or without one for a format, has its rate here.
 *
 * @param fp64 in FLOP/s per chip
 * @param fp32 in FLOP/s per chip
 * @param fp16 in FLOP/s per chip
 * @param int8 in OP/s per chip
 */
public record Vector(
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp64,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp32,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp16,
        @In(value = "OP/s/chip", plain = "OP/s") Optional<Input> int8) {

    /** The rate at a format, where it is known. */
    public Optional<Input> at(Format format) {
        return switch (format) {
            case FP64 -> fp64;
            case FP32 -> fp32;
            case FP16 -> fp16;
            case INT8 -> int8;
            default -> Optional.empty();
        };
    }
}
