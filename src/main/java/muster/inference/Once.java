package muster.inference;

import java.util.Optional;
import java.util.function.Supplier;

/** What is decided when it is first asked for, and stays. */
final class Once<T> {
    private Optional<T> decided = Optional.empty();

    synchronized T orDecide(Supplier<T> decision) {
        T value = decided.orElseGet(decision);
        decided = Optional.of(value);
        return value;
    }

    synchronized Optional<T> decided() {
        return decided;
    }
}
