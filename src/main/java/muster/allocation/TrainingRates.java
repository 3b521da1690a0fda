package muster.allocation;

import java.util.Optional;
import muster.format.Format;
import muster.hardware.Chip;
import muster.uncertainty.Input;

/** What an allocation asks of a kind of chip. */
final class TrainingRates {
    private TrainingRates() {}

    /** The dense peak rate in a format; one that has no bf16 trains in fp16. */
    static Optional<Input> rate(Chip chip, Format format) {
        Optional<Input> rate = chip.rate(format);
        return format == Format.BF16 ? rate.or(() -> chip.rate(Format.FP16)) : rate;
    }
}
