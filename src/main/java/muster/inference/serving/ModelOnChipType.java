package muster.inference.serving;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.fleet.chips.ChipType;
import muster.format.Format;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.Replica;
import muster.model.TotalParameters;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A model on a kind of chip of a fleet.
 *
 * @param type the kind
 * @param setup the model on it, at its central size
 * @param sizes the replicas by the size of the model
 * @param error measured speed over modelled speed
 */
public record ModelOnChipType(ChipType type, ModelOnChip setup, ReplicasBySize sizes, Input error) {

    public String id() {
        return type.id().value();
    }

    /**
     * What so many chips serve, in token/s; records the replica and how many there are.
     *
     * @param chain the run
     * @param chips chips that serve, in chip
     * @param required the serial speed that every stream must have
     * @param parameters all parameters of the model
     */
    public Figure serve(Chain chain, Figure chips, Figure required, Figure parameters) {
        String name = InferenceFigures.REPLICA + id() + ".";
        Figure factor = chain.input(error, "e");
        Figure[] asked = {chips, required, factor, parameters};
        Figure speed = chain.solved(
                name + "serial_speed",
                "",
                "token/s/stream",
                search(Replica::serialSpeed, 0),
                s -> List.of(new SolutionCheck(s.where(s.times(factor), required), s)),
                asked);
        Figure streams = chain.solved(
                name + "streams",
                "",
                "stream",
                search(Replica::sequences, 0),
                b -> List.of(new SolutionCheck(b.where(speed.times(factor), required), b)),
                asked);
        // Where nothing serves any number of chips would do; one that is above zero can be divided by.
        Figure size = chain.solved(
                name + "chips",
                "",
                "chip",
                search(Replica::chips, 1),
                n -> List.of(new SolutionCheck(streams.where(chips, n), streams)),
                asked);
        Figure count =
                chips.over(size).floor().where(speed.times(factor), required).as(name + "count", "", "1");
        return count.times(streams).times(speed).times(factor).as(name + "throughput", "", "token/s");
    }

    private Kernel search(ToDoubleFunction<Replica> what, double otherwise) {
        return Kernel.each(row -> sizes.of(new TotalParameters(row[3]))
                .best(row[0], row[1] / row[2])
                .map(what::applyAsDouble)
                .orElse(otherwise));
    }

    /** The replica of which so many chips yield most at a speed, at the central values. */
    public Optional<Replica> best(double chips, double required) {
        return sizes.central().best(chips, required / error.central());
    }

    /** The dense rate at the format of the products, in FLOP/s per chip. */
    public Input rate() {
        Format format = setup.encodings().activations().format();
        return (setup.encodings().activations().wide()
                        ? type.chip().rate(Format.BF16).or(() -> type.chip().rate(Format.FP16))
                        : type.chip().rate(format))
                .orElseThrow();
    }

    /** The part of the dense rate at the format of the products that the parameters' arithmetic is, of so many token/s per chip. */
    public double utilization(double throughputPerChip) {
        return 2
                * setup.shape().activeParameters()
                * throughputPerChip
                / setup.formats().feedForward().flopPerSecond();
    }

    /** The same of a replica. */
    double utilization(Replica replica) {
        return utilization(replica.throughputPerChip() * error.central());
    }

    /** Why so many chips serve nothing at a speed; nothing where they serve. */
    public Optional<String> idle(double chips, double required) {
        if (best(chips, required).isPresent()) {
            return Optional.empty();
        }
        double factor = error.central();
        Replica fastest = sizes.central().fastest().orElseThrow();
        if (fastest.serialSpeed() * factor < required) {
            return Optional.of("its fastest replica, of %s chips, has %s token/s a stream"
                    .formatted(
                            NumberText.rounded(fastest.chips(), 3),
                            NumberText.rounded(fastest.serialSpeed() * factor, 3)));
        }
        Replica least = sizes.central().choice().stream()
                .filter(replica -> replica.serialSpeed() * factor >= required)
                .min(Comparator.comparingDouble(Replica::fewestChips))
                .orElseThrow();
        return Optional.of("%s %s, and a replica that is as fast takes %s"
                .formatted(
                        chips == 1 ? "there is" : "there are",
                        NumberText.rounded(chips, 4),
                        NumberText.rounded(least.fewestChips(), 3)));
    }
}
