package muster.format;

import java.util.Locale;

/** How numbers are stored, with the scales that blocks of them share. */
public enum Encoding {
    BF16(2, Format.BF16),
    FP16(2, Format.FP16),
    FP8(1, Format.FP8),
    INT8(1, Format.INT8),
    /** NVFP4: 4 bits, and 8 bits of scale for 16 numbers. */
    FP4(0.5625, Format.FP4),
    /** 4 bits, and 8 bits of scale for 32 numbers. */
    MXFP4(0.53125, Format.FP4),
    /** 4 bits, and 16 bits of scale for 128 numbers. */
    INT4(0.515625, Format.INT4),
    /** 4 bits, and 16 bits of scale for 32 numbers. */
    INT4_G32(0.5625, Format.INT4);

    private final double bytes;
    private final Format format;

    Encoding(double bytes, Format format) {
        this.bytes = bytes;
        this.format = format;
    }

    /** Bytes of a number, its part of the scale included. */
    public double bytes() {
        return bytes;
    }

    /** Bits of a number without its part of the scale: 16, 8 or 4. */
    public double bits() {
        return bytes >= 1 ? 8 * bytes : 4;
    }

    /** The format in which a chip multiplies such numbers. */
    public Format format() {
        return format;
    }

    /** Whether it takes 16 bits. */
    public boolean wide() {
        return bytes == 2;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
