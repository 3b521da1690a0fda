package muster.inference.replica;

import java.util.Locale;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.ContinuousBatching;
import muster.inference.step.StepTime;
import muster.inference.step.TimeModel;

/** The step-time models that can be asked for. */
public enum TimeModelChoice {
    /** Fitted to measurements: {@link StepTime}, with prompts as in {@link ContinuousBatching}. */
    CALIBRATED {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return setup.serving();
        }
    },
    /** The same operators without fixed costs, at all of the chip's rates. */
    SPEED_OF_LIGHT {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return new StepTime(
                    setup.shape(), setup.formats().whole(), setup.machine(), CalibratedFactors.SPEED_OF_LIGHT);
        }
    },
    /** Erdil 2025, the whole model: {@link Erdil}. */
    ERDIL {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return Erdil.of(setup);
        }
    },
    /** Erdil 2025, the simple model: {@link RooflineBound.Rule#ERDIL_SIMPLE}. */
    ERDIL_SIMPLE {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return new RooflineBound(setup, RooflineBound.Rule.ERDIL_SIMPLE);
        }
    },
    /** The bound of the scaling book: {@link RooflineBound.Rule#SCALING_BOOK}. */
    SCALING_BOOK {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return new RooflineBound(setup, RooflineBound.Rule.SCALING_BOOK);
        }
    },
    /** Two FLOP per active parameter and token, and nothing else: {@link RooflineBound.Rule#FLOP_RULE}. */
    FLOP_RULE {
        @Override
        public TimeModel of(ModelOnChip setup) {
            return new RooflineBound(setup, RooflineBound.Rule.FLOP_RULE);
        }
    };

    /** The step-time model for a model on a chip. */
    public abstract TimeModel of(ModelOnChip setup);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
