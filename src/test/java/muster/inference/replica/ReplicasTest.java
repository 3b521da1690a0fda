package muster.inference.replica;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.inference.step.Deployment;
import org.junit.jupiter.api.Test;

/** Which replica a number of chips is best made into. */
class ReplicasTest {
    private static Replica replica(double chips, double speed, double yield) {
        return new Replica(Deployment.tensor((int) chips, 1), Optional.empty(), 0, chips, speed, yield);
    }

    // On 100 chips the one of 8 makes 12 replicas of 96 chips, the one of 3 makes 33 of 99, the one of 40 makes 2 of
    // 80.
    private static final Replica LARGE = replica(40, 10, 110);
    private static final Replica MIDDLE = replica(8, 20, 100);
    private static final Replica SMALL = replica(3, 15, 98);
    private static final Replicas ALL = Replicas.of(List.of(MIDDLE, LARGE, SMALL));

    @Test
    void replicasAreWhole() {
        // 2 * 40 * 110 = 8800, 12 * 8 * 100 = 9600, 33 * 3 * 98 = 9702
        assertThat(ALL.best(100, 5)).contains(SMALL);
        // 25 * 40 * 110 = 110,000, 125 * 8 * 100 = 100,000, 333 * 3 * 98 = 97,902
        assertThat(ALL.best(1000, 5)).contains(LARGE);
        // 2 * 8 * 100 = 1600, 5 * 3 * 98 = 1470
        assertThat(ALL.best(16, 5)).contains(MIDDLE);
        assertThat(MIDDLE.replicasOf(15.999)).isEqualTo(1);
        assertThat(MIDDLE.throughputOf(23.9)).isEqualTo(1600);
    }

    @Test
    void whatIsTooSlowOrTooLargeServesNothing() {
        assertThat(ALL.best(1000, 12)).contains(MIDDLE);
        assertThat(ALL.best(1000, 20)).contains(MIDDLE);
        assertThat(ALL.best(1000, 20.01)).isEmpty();
        assertThat(ALL.best(2.9, 5)).isEmpty();
        assertThat(ALL.best(7.9, 16)).isEmpty();
        assertThat(Replicas.of(List.of()).best(1e9, 0)).isEmpty();
    }

    @Test
    void whatIsLeftOutWouldNeverBeChosen() {
        forAll(
                7,
                200,
                draws -> {
                    List<Replica> found = new ArrayList<>();
                    for (int i = draws.whole(1, 60); i > 0; i--) {
                        found.add(replica(draws.whole(1, 30), draws.whole(1, 20), draws.whole(1, 50)));
                    }
                    return found;
                },
                found -> {
                    Replicas replicas = Replicas.of(found);
                    for (double chips = 1; chips < 200; chips *= 1.7) {
                        for (double speed = 1; speed <= 20; speed++) {
                            double required = speed;
                            double atHand = chips;
                            double most = found.stream()
                                    .filter(replica -> replica.serialSpeed() >= required)
                                    .mapToDouble(replica -> Math.floor(atHand / replica.chips())
                                            * (replica.chips() * replica.throughputPerChip()))
                                    .max()
                                    .orElse(0);
                            assertThat(replicas.best(chips, speed)
                                            .map(best -> best.throughputOf(atHand))
                                            .orElse(0.0))
                                    .isEqualTo(most);
                        }
                    }
                });
    }
}
