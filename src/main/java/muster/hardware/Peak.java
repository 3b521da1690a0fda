package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.format.Format;
import muster.uncertainty.Input;

/**
 * Dense matrix rates by number format. A multiply and its add are two operations. Integer formats are in OP/s and floating
 * ones in FLOP/s, so that one cannot pass for the other.
 *
 * @param fp64 in FLOP/s per chip
 * @param fp32 in FLOP/s per chip
 * @param tf32 in FLOP/s per chip
 * @param bf16 in FLOP/s per chip, accumulated in fp32
 * @param fp16 in FLOP/s per chip, accumulated in fp32
 * @param fp8 in FLOP/s per chip
 * @param int8 in OP/s per chip
 * @param fp6 in FLOP/s per chip
 * @param fp4 in FLOP/s per chip
 * @param int4 in OP/s per chip
 */
public record Peak(
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp64,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp32,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> tf32,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> bf16,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp16,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp8,
        @In(value = "OP/s/chip", plain = "OP/s") Optional<Input> int8,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp6,
        @In(value = "FLOP/s/chip", plain = "FLOP/s") Optional<Input> fp4,
        @In(value = "OP/s/chip", plain = "OP/s") Optional<Input> int4) {

    /** The rate at a format, where it is known. */
    public Optional<Input> at(Format format) {
        return switch (format) {
            case FP64 -> fp64;
            case FP32 -> fp32;
            case TF32 -> tf32;
            case BF16 -> bf16;
            case FP16 -> fp16;
            case FP8 -> fp8;
            case INT8 -> int8;
            case FP6 -> fp6;
            case FP4 -> fp4;
            case INT4 -> int4;
        };
    }
}
