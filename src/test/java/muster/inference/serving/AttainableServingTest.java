package muster.inference.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.hardware.Chip;
import muster.inference.ModelsOnChips;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.PrefillReplica;
import muster.inference.replica.Replica;
import muster.inference.replica.Replicas;
import muster.inference.step.Deployment;
import muster.model.ModelSize;
import muster.model.TotalParameters;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two kinds of chips serve whose replicas are given: of 4 chips at 30 token/s a stream and 100 a chip, and of 8 at 60 and 50;
 * the second kind has only 2 chips at 40 and 10. Measured speeds are half of the modelled.
 */
final class AttainableServingTest {
    private static final String H100 = "nvidia-h100-sxm";
    private static final String H200 = "nvidia-h200-sxm";
    private static final Catalog SHELF = new Catalog(List.of(Chip.KIND), List.of(BuiltIn.load()));

    private static Replica replica(int chips, double speed, double yield) {
        return new Replica(Deployment.tensor(chips, 1), Optional.empty(), 0, chips, speed, yield);
    }

    private static ModelOnChipType kind(String chip, String error, Replica... replicas) {
        Text id = new Text(chip, Place.argument(chip));
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-8b", chip, "bf16");
        return new ModelOnChipType(
                new ChipType(id, SHELF.get(Chip.KIND, id, new Problems()).orElseThrow()),
                setup,
                new ReplicasBySize(ModelSize.dense(8e9), size -> new Replicas(List.of(replicas), 1, replicas.length)),
                Given.input("error", error));
    }

    private final ModelOnChipType first = kind(H100, "0.5", replica(4, 30, 100), replica(8, 60, 50));
    private final ModelOnChipType second = kind(H200, "0.5", replica(2, 40, 10));

    private AttainableServing fleet(double ofFirst, double ofSecond) {
        return new AttainableServing(List.of(first, second), Map.of(H100, ofFirst, H200, ofSecond));
    }

    @ParameterizedTest
    @CsvSource({
        // a required speed; what 25 of the first and 5 of the second yield: six of four or three of eight; two of two
        "1, 1220",
        "15, 1220",
        "15.01, 620",
        "20, 620",
        "20.01, 600",
        "30, 600",
        "30.01, 0",
    })
    void throughputIsOfWholeReplicasAtMeasuredSpeed(double speed, double throughput) {
        assertThat(fleet(25, 5).throughput(speed)).isCloseTo(throughput, within(1e-9));
    }

    @Test
    void theFastestIsOfReplicasThatTheChipsForm() {
        assertThat(fleet(25, 5).fastest()).isEqualTo(30);
        assertThat(fleet(7.9, 5).fastest()).isEqualTo(20);
        assertThat(fleet(7.9, 1.9).fastest()).isEqualTo(15);
        assertThat(fleet(3.9, 1.9).fastest()).isZero();
        assertThat(fleet(8, 0).fastest(first).orElseThrow().serialSpeed()).isEqualTo(60);
        assertThat(fleet(3.9, 0).fastest(first)).isEmpty();
        assertThat(new AttainableServing(List.of(first), Map.of()).chipsOf(first))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1221, ", "1220, 15", "621, 15", "620, 20", "601, 20", "600, 30", "1, 30"})
    void theHighestSpeedAtAThroughputIsTheLastThatYieldsIt(double throughput, Double speed) {
        OptionalDouble found = fleet(25, 5).speedAt(throughput);
        assertThat(found).isEqualTo(speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed));
        Attainment.Result result = Attainment.Result.of(fleet(25, 5), 20, throughput);
        assertThat(result.reached()).isEqualTo(throughput <= 620);
        assertThat(result.throughputAtSpeed()).isCloseTo(620, within(1e-9));
        assertThat(result.fastest()).isEqualTo(30);
    }

    @Test
    void theFastestAtAUtilizationUsesThatPartOfTheRate() {
        // Two FLOP for each parameter and measured token of a chip, over the dense rate.
        double each = 2
                * first.setup().shape().activeParameters()
                * 0.5
                / first.setup().formats().feedForward().flopPerSecond();
        assertThat(first.utilization(replica(4, 30, 100))).isCloseTo(100 * each, withinPercentage(1e-9));
        assertThat(fleet(25, 5).speedAtUtilization(49 * each)).hasValue(30);
        assertThat(fleet(25, 5).speedAtUtilization(51 * each)).hasValue(15);
        assertThat(fleet(7, 5).speedAtUtilization(49 * each)).hasValue(15);
        assertThat(fleet(25, 5).speedAtUtilization(101 * each)).isEmpty();
        assertThat(first.rate().central()).isCloseTo(989.4e12, withinPercentage(0.01));
    }

    @Test
    void whyChipsAreIdleIsSaid() {
        assertThat(first.idle(8, 30)).isEmpty();
        assertThat(first.idle(100, 31)).contains("its fastest replica, of 8 chips, has 30 token/s a stream");
        assertThat(first.idle(7, 30)).contains("there are 7, and a replica that is as fast takes 8");
        assertThat(first.idle(1, 15)).contains("there is 1, and a replica that is as fast takes 4");
        assertThat(first.best(100, 15).orElseThrow().chips()).isEqualTo(4);
        assertThat(first.best(100, 15.01).orElseThrow().chips()).isEqualTo(8);
        // Beside one that prefills there must be one.
        Replica apart = new Replica(
                Deployment.tensor(2, 1),
                Optional.of(new PrefillReplica(Deployment.tensor(4, 1), 1, 1, 1)),
                0,
                2.5,
                30,
                100);
        assertThat(kind(H100, "1", apart).idle(5, 15)).contains("there are 5, and a replica that is as fast takes 6");
    }

    @Test
    void theRecordHasTheReplicaAndItsCount() {
        Chain chain = Given.chain();
        Figure served = first.serve(
                chain,
                Given.figure(chain, "chips", "25 chip"),
                Given.figure(chain, "speed", "15 token/s/stream"),
                Given.figure(chain, "size", "8e9 parameter"));

        String name = "inference.replica." + H100 + ".";
        assertThat(Given.value(chain, name + "count")).isEqualTo(6);
        assertThat(Given.value(chain, name + "chips")).isEqualTo(4);
        assertThat(Given.value(chain, name + "streams")).isEqualTo(1);
        assertThat(Given.value(chain, name + "serial_speed")).isEqualTo(30);
        assertThat(served.central("token/s").base()).isCloseTo(6 * 30 * 0.5, within(1e-9));
    }

    @Test
    void replicasAreSearchedForAtSizesTwoPerCentApart() {
        List<Double> asked = new ArrayList<>();
        ReplicasBySize sizes = new ReplicasBySize(ModelSize.dense(1e9), size -> {
            asked.add(size.total().count());
            return Replicas.NONE;
        });
        sizes.central();
        sizes.of(new TotalParameters(1.009e9));
        sizes.of(new TotalParameters(0.991e9));
        assertThat(asked).containsExactly(1e9);
        sizes.of(new TotalParameters(1.011e9));
        sizes.of(new TotalParameters(2e9));
        // 2 is e^0.693, of which 0.7 is the nearest multiple of 0.02.
        assertThat(asked.get(1)).isCloseTo(1e9 * Math.exp(0.02), withinPercentage(1e-9));
        assertThat(asked.get(2)).isCloseTo(1e9 * Math.exp(0.70), withinPercentage(1e-9));
    }

    /** Work as throughput times a power of the speed: the faster stream yields half, so that the power decides. */
    @ParameterizedTest
    @CsvSource({"0.5, 15", "0.9, 15", "1.05, 30", "2, 30"})
    void theBestSpeedIsThatOfTheMostWork(double power, double near) {
        BestSpeed best = BestSpeed.of(fleet(24, 0), (throughput, speed) -> throughput * Math.pow(speed, power));
        // Speeds fall from the fastest by five per cent, so that 15 is met from below.
        assertThat(best.speed()).isBetween(near / 1.05 + 1e-9, near * (1 + 1e-12));
        assertThat(best.fastest()).isGreaterThanOrEqualTo(best.speed());
        assertThat(best.slowest()).isLessThanOrEqualTo(best.speed());
        assertThat(best.edge().isPresent()).isEqualTo(near == 30);
    }

    @Test
    void howFlatTheBestIsIsSaid() {
        // As fast as can be: a step slower does 1 / 1.05 of the work, which is 95.2% of it.
        BestSpeed steep = BestSpeed.of(fleet(24, 0), (throughput, speed) -> throughput > 600 ? 0 : speed);
        assertThat(steep.speed()).isEqualTo(30);
        assertThat(steep.fastest()).isEqualTo(30);
        assertThat(steep.slowest()).isCloseTo(30 / 1.05, within(1e-9));
        assertThat(steep.edge())
                .contains(
                        "the best speed lies on the edge of those that were tried: 30 token/s is the fastest of any replica");
        // All the same: the first, the fastest, and down to a thousandth of it.
        BestSpeed flat = BestSpeed.of(fleet(24, 0), (throughput, speed) -> 1);
        assertThat(flat.slowest()).isCloseTo(30 / Math.pow(1.05, 141), withinPercentage(1e-9));
        BestSpeed slow = BestSpeed.of(fleet(24, 0), (throughput, speed) -> 1 / speed);
        assertThat(slow.edge().orElseThrow()).endsWith("token/s is the slowest");
        assertThat(steep.source().citation()).contains("from 28.6 to 30 token/s at least 95% of the work");
    }
}
