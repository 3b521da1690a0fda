package muster.inference.replica;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.format.Format;
import muster.hardware.Chip;
import muster.hardware.Interconnect;
import muster.hardware.Memory;
import muster.uncertainty.Input;

/** Refuses what is uncertain of a chip and decides over replicas: they are searched for once, and not for every sample. */
public final class CertainChip {
    private CertainChip() {}

    /** Reports each number that a search would take at its central value alone: memory, links, and rates at 16 bits and as asked. */
    public static void check(Chip chip, List<Encodings> formats, Problems problems) {
        Stream<Input> rates = Stream.concat(
                        Stream.of(Format.BF16, Format.FP16),
                        formats.stream().map(each -> each.activations().format()))
                .distinct()
                .flatMap(format -> chip.rate(format).stream());
        Stream.of(rates, chip.mainMemory().stream().flatMap(CertainChip::of), of(chip.interconnect()))
                .flatMap(numbers -> numbers)
                .filter(number -> !number.value().distribution().certain())
                .forEach(number -> problems.error(
                        "uncertain-of-chip",
                        number.place(),
                        "%1$s is uncertain, and replicas are searched for at one value of it. Maybe muster sweep --over 'chip.%1$s=LOW..HIGH'?"
                                .formatted(number.name())));
    }

    private static Stream<Input> of(Memory memory) {
        return Stream.concat(
                memory.usable().or(() -> Optional.of(memory.capacity())).stream(), memory.bandwidth().stream());
    }

    private static Stream<Input> of(Interconnect links) {
        return Stream.of(
                        links.scaleUp().map(Interconnect.ScaleUp::domain),
                        links.scaleUp().flatMap(Interconnect.ScaleUp::perDirection),
                        links.scaleOut().map(Interconnect.Link::perDirection),
                        links.host().map(Interconnect.Link::perDirection))
                .flatMap(Optional::stream);
    }
}
