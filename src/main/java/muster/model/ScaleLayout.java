package muster.model;

import java.util.Locale;

/** How the numbers of an 8-bit checkpoint are scaled. */
public enum ScaleLayout {
    /** A scale for each tensor, or for each row of it. */
    TENSOR,
    /** A scale for each block of 128 by 128 weights, and for each 128 activations of a token. */
    BLOCK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
