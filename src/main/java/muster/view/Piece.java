package muster.view;

import java.util.Optional;

/**
 * Letters of one style.
 *
 * @param style how they look
 * @param text the letters; a line break in them is one
 * @param anchor the anchor of the same view that they lead to
 */
public record Piece(Style style, String text, Optional<String> anchor) {

    /** How letters look, where a format can show it. */
    public enum Style {
        /** As they are. */
        PLAIN,
        /** Heavier. */
        STRONG,
        /** As the symbol of a figure. */
        SYMBOL,
        /** As an expression, a name or a path. */
        CODE,
        /** Smaller, as what is said beside. */
        SMALL
    }
}
