package muster.inference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.fleet.ChipType;
import muster.format.Format;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Numbers;
import muster.unit.Quantity;

/**
 * A model on a kind of chip of a fleet.
 *
 * @param type the kind
 * @param setup the model on it
 * @param replicas the replicas between which there is a choice
 * @param error measured speed over modelled speed
 */
record OnChip(ChipType type, Setup setup, Replicas replicas, Input error) {
    private static final Source MEMORY = Source.of(
            "replica",
            "the chip's memory, of which the engine leaves a part and takes its reserve: the calibration's",
            Tier.DERIVED);
    private static final Source WEIGHTS =
            Source.of("replica", "every parameter once, in the bytes of its format", Tier.DERIVED);

    String id() {
        return type.id().value();
    }

    /**
     * What so many chips serve, in token/s; records the replica and how many there are.
     *
     * @param chain the run
     * @param chips chips that serve, in chip
     * @param required the serial speed that every stream must have
     */
    Figure serve(Chain chain, Figure chips, Figure required) {
        String name = "inference.replica." + id() + ".";
        Figure factor = chain.input(error, "e");
        Figure memory =
                chain.constant(name + "memory", "", Quantity.of(setup.memory().usableBytes(), "B/chip"), MEMORY);
        Figure weights =
                chain.constant(name + "weights", "", Quantity.of(setup.memory().modelBytes(), "B"), WEIGHTS);
        Figure speed = chain.solved(
                name + "serial_speed",
                "",
                "token/s/stream",
                search(Replica::serialSpeed, 0),
                s -> List.of(new Check(s.where(s.times(factor), required), s)),
                chips,
                required,
                factor);
        Figure size = chain.solved(
                name + "chips",
                "",
                "chip",
                search(Replica::chips, replicas.smallest().orElseThrow().chips()),
                n -> List.of(new Check(n.where(n.times(memory), weights), n)),
                chips,
                required,
                factor);
        Figure sequences = chain.solved(
                name + "streams",
                "",
                "stream",
                search(Replica::sequences, 0),
                b -> List.of(new Check(b.where(speed.times(factor), required), b)),
                chips,
                required,
                factor);
        Figure count =
                chips.over(size).floor().where(speed.times(factor), required).as(name + "count", "", "1");
        return count.times(sequences).times(speed).times(factor).as(name + "throughput", "", "token/s");
    }

    private Kernel search(ToDoubleFunction<Replica> what, double otherwise) {
        return Kernel.each(
                row -> best(row[0], row[1], row[2]).map(what::applyAsDouble).orElse(otherwise));
    }

    /** The replica of which so many chips yield most at a speed that is measured to be so much of the modelled. */
    Optional<Replica> best(double chips, double required, double factor) {
        return replicas.best(chips, required / factor);
    }

    /** The dense rate at the format of the products, in FLOP/s per chip. */
    Input rate() {
        Format format = setup.encodings().activations().format();
        return (setup.encodings().activations().wide()
                        ? type.chip().rate(Format.BF16).or(() -> type.chip().rate(Format.FP16))
                        : type.chip().rate(format))
                .orElseThrow();
    }

    /** Why so many chips serve nothing at a speed; nothing where they serve. */
    Optional<String> idle(double chips, double required) {
        double factor = error.central();
        if (best(chips, required, factor).isPresent()) {
            return Optional.empty();
        }
        Replica fastest = replicas.fastest().orElseThrow();
        if (fastest.serialSpeed() * factor < required) {
            return Optional.of("its fastest replica, of %s chips, has %s token/s a stream"
                    .formatted(
                            Numbers.rounded(fastest.chips(), 3), Numbers.rounded(fastest.serialSpeed() * factor, 3)));
        }
        Replica least = replicas.choice().stream()
                .filter(replica -> replica.serialSpeed() * factor >= required)
                .min(Comparator.comparingDouble(Replica::chips))
                .orElseThrow();
        return Optional.of("%s %s, and a replica that is as fast takes %s"
                .formatted(
                        chips == 1 ? "there is" : "there are",
                        Numbers.rounded(chips, 4),
                        Numbers.rounded(least.chips(), 3)));
    }
}
