package muster.trace;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.unit.Unit;

/** Chains, inputs and figures written down in tests. */
public final class Given {
    private static final Source TEST = Source.of("test", "written in a test", Tier.ASSUMPTION);

    private Given() {}

    /** An empty chain at central values. */
    public static Chain chain() {
        return new Chain(SampleBatch.central());
    }

    /** An input as a file would give it, shown in the unit that it is written in. */
    public static Input input(String name, String value) {
        Uncertain read = Uncertain.parse(value);
        return new Input(name, read, read.unit(), Optional.of(TEST), Place.argument(name));
    }

    /** An input that is shown in another unit than it is written in. */
    public static Input input(String name, String value, String unit) {
        return new Input(name, Uncertain.parse(value), Unit.parse(unit), Optional.of(TEST), Place.argument(name));
    }

    /** A named figure of a given value. */
    public static Figure figure(Chain chain, String name, String value) {
        return chain.constant(name, "", Quantity.parse(value), TEST);
    }

    /** The value of a step that a chain recorded, in the unit in which it is shown. */
    public static double value(Chain chain, String name) {
        return step(chain, name).value();
    }

    /** A step that a chain recorded. */
    public static TraceStep step(Chain chain, String name) {
        return chain.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name));
    }
}
