package muster.trace;

import java.util.List;
import java.util.Optional;
import muster.uncertainty.Input;

/**
 * How a figure is made again on another draw.
 *
 * @param operation the arithmetic; for what was given, none that does anything
 * @param operands what it is made of
 * @param input the input that gives it
 */
record Recipe(Operation operation, List<Figure> operands, Optional<Input> input) {
    /** That of a constant. */
    static final Recipe CONSTANT = new Recipe((of, into) -> {}, List.of(), Optional.empty());

    static Recipe of(Input input) {
        return new Recipe(CONSTANT.operation, List.of(), Optional.of(input));
    }
}
