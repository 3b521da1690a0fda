package muster.format;

import java.util.List;

/** The precision at which a rate of computation is stated. */
public enum Precision {
    FP64("fp64", Format.FP64),
    FP32("fp32", Format.FP32),
    TF32("tf32", Format.TF32),
    BF16("bf16", Format.BF16),
    FP16("fp16", Format.FP16),
    FP8("fp8", Format.FP8),
    FP4("fp4", Format.FP4),
    /** The faster of what a chip has at 16 bits: bf16, else fp16. */
    SIXTEEN_BIT("16-bit", Format.BF16, Format.FP16),
    /** FP32 on graphics chips and bf16 on TPUs, as AI Impacts added them up for the first quarter of 2023. */
    MIXED_FP32("mixed-fp32");

    private final String name;
    private final List<Format> formats;

    Precision(String name, Format... formats) {
        this.name = name;
        this.formats = List.of(formats);
    }

    /** The formats whose rates count at this precision, the preferred one first; none where the mix is fixed. */
    public List<Format> formats() {
        return formats;
    }

    @Override
    public String toString() {
        return name;
    }
}
