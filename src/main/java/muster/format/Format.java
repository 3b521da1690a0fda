package muster.format;

import java.util.Locale;

/** A number format of matrix arithmetic. */
public enum Format {
    FP64,
    FP32,
    TF32,
    BF16,
    FP16,
    FP8,
    INT8,
    FP6,
    FP4,
    INT4;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
