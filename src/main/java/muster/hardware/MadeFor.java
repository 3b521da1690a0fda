package muster.hardware;

import java.util.Locale;

/**
 * What a chip is made for, where that is less than training and serving.
 *
 * @param use what for
 * @param because who says so
 */
public record MadeFor(Use use, String because) {

    /** What a chip can be made for. */
    public enum Use {
        /** To serve models that were trained elsewhere. */
        INFERENCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
