package muster.technique;

import java.util.Optional;
import java.util.function.Function;

/**
 * A design that a technique makes, or why it makes none.
 *
 * @param design the design
 * @param refusal why there is none
 */
public record Attempt(Optional<Design> design, String refusal) {

    public static Attempt of(Design design) {
        return new Attempt(Optional.of(design), "");
    }

    static Attempt none(String why) {
        return new Attempt(Optional.empty(), why);
    }

    public Attempt then(Function<Design, Attempt> next) {
        return design.map(next).orElse(this);
    }
}
