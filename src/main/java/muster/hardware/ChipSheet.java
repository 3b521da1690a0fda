package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Leaves;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.uncertainty.Input;

/**
 * A chip as the checks see it: its figures, and where each is written.
 *
 * @param id its id
 * @param title its title
 * @param chip its record
 * @param place where the entry begins
 * @param texts the texts of the entry by path
 * @param stack its own entries of all layers, lowest first
 */
record ChipSheet(String id, String title, Chip chip, Place place, Map<String, Text> texts, List<Entry> stack) {

    /** Every chip of a catalog that can be read, in order of id. */
    static List<ChipSheet> all(Catalog catalog, Problems problems) {
        List<ChipSheet> sheets = new ArrayList<>();
        for (String name : catalog.ids(Chip.KIND)) {
            Text id = new Text(name, Place.argument(name));
            catalog.entry(Chip.KIND, id, problems)
                    .ifPresent(entry -> catalog.get(Chip.KIND, id, problems)
                            .ifPresent(chip -> sheets.add(new ChipSheet(
                                    name,
                                    entry.title().orElse(""),
                                    chip,
                                    entry.id().place(),
                                    Leaves.of(entry.body()),
                                    catalog.stack(Chip.KIND, id, problems).stream()
                                            .filter(own -> own.id().value().equals(name))
                                            .toList()))));
        }
        return List.copyOf(sheets);
    }

    /** Where a value is written; where the entry begins if it is not written there. */
    Place at(String path) {
        Text text = texts.get(path);
        return text == null ? place : text.place();
    }

    /** The dense matrix rate at a format, in FLOP/s or OP/s. */
    OptionalDouble matrix(Format format) {
        return base(chip.peak().at(format));
    }

    /** The dense matrix rate at 16 bits, in FLOP/s: bf16, else fp16. */
    OptionalDouble sixteenBit() {
        OptionalDouble bf16 = matrix(Format.BF16);
        return bf16.isPresent() ? bf16 : matrix(Format.FP16);
    }

    /** A matrix rate over that at 16 bits. */
    OptionalDouble overSixteenBit(Format format) {
        return quotient(matrix(format), sixteenBit());
    }

    /** The memory beside the chip that models are held in, where it has one. */
    Optional<Memory> memory() {
        return chip.hasMemoryBesideIt() ? chip.mainMemory() : Optional.empty();
    }

    /** The bandwidth of that memory, in B/s. */
    OptionalDouble bandwidth() {
        return base(memory().flatMap(Memory::bandwidth));
    }

    /** The name by which a memory stands in the file. */
    String nameOf(Memory memory) {
        return chip.memory().entrySet().stream()
                .filter(entry -> entry.getValue().equals(memory))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is of the same silicon as another chip. */
    boolean sharesDie(ChipSheet other) {
        Optional<String> die = chip.die().flatMap(Die::name);
        return !id.equals(other.id)
                && die.isPresent()
                && die.equals(other.chip.die().flatMap(Die::name));
    }

    static OptionalDouble base(Optional<Input> input) {
        return input.map(found -> OptionalDouble.of(found.value().distribution().central()))
                .orElse(OptionalDouble.empty());
    }

    static OptionalDouble quotient(OptionalDouble above, OptionalDouble below) {
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether two numbers are within a part of one another. */
    static boolean close(double a, double b, double tolerance) {
        return Math.abs(a / b - 1) <= tolerance;
    }
}
