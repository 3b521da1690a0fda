package muster.inference;

import java.util.Locale;

/** The step-time models that can be asked for. */
public enum Method {
    /** Fitted to measurements: {@link StepTime}, with prompts as in {@link Serving}. */
    CALIBRATED {
        @Override
        public TimeModel of(Setup setup) {
            return setup.serving();
        }
    },
    /** The same operators without fixed costs, at all of the chip's rates. */
    SPEED_OF_LIGHT {
        @Override
        public TimeModel of(Setup setup) {
            return new StepTime(setup.shape(), setup.formats().whole(), setup.machine(), Constants.SPEED_OF_LIGHT);
        }
    },
    /** Erdil 2025, the whole model: {@link Erdil}. */
    ERDIL {
        @Override
        public TimeModel of(Setup setup) {
            return Erdil.of(setup);
        }
    },
    /** Erdil 2025, the simple model: {@link Bound.Rule#ERDIL_SIMPLE}. */
    ERDIL_SIMPLE {
        @Override
        public TimeModel of(Setup setup) {
            return new Bound(setup, Bound.Rule.ERDIL_SIMPLE);
        }
    },
    /** The bound of the scaling book: {@link Bound.Rule#SCALING_BOOK}. */
    SCALING_BOOK {
        @Override
        public TimeModel of(Setup setup) {
            return new Bound(setup, Bound.Rule.SCALING_BOOK);
        }
    },
    /** Two FLOP per active parameter and token, and nothing else: {@link Bound.Rule#FLOP_RULE}. */
    FLOP_RULE {
        @Override
        public TimeModel of(Setup setup) {
            return new Bound(setup, Bound.Rule.FLOP_RULE);
        }
    };

    /** The step-time model for a model on a chip. */
    public abstract TimeModel of(Setup setup);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
