package muster.hardware;

import java.util.Optional;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * The silicon of a chip: one die, or several that its maker counts together.
 *
 * @param name what its maker calls it, as {@code GH100}; chips that name the same die are checked against each other
 * @param process how it is made, as {@code TSMC 4N}
 * @param area in mm2 per chip
 * @param transistors how many
 */
public record Die(
        Optional<String> name,
        Optional<String> process,
        @In(value = "mm2/chip", plain = "mm2") Optional<Input> area,
        @In("1") Optional<Input> transistors) {}
