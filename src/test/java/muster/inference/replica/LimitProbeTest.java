package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.BindingLimit.Of;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limits bind, where what can be had is a plain function of what is asked for. */
final class LimitProbeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static ReplicaRequest request(int chips, int stages, OptionalDouble within) {
        return new ReplicaRequest(
                new RequestTokens(1, 1), chips, Speculation.NONE, Optional.empty(), stages, within, LayoutChoice.ANY);
    }

    private static Deployment stages(int stages) {
        return new Deployment(1, false, 1, 1, stages, 1, false);
    }

    @Test
    void twiceTheChipsAreTriedWhateverTheReplicaTakes() {
        LimitProbe probe = new LimitProbe(
                "c", request(8, 4, OptionalDouble.empty()), 10, other -> other.maxReplicaChips() == 16 ? 15 : 10);
        assertThat(probe.of(stages(1))).containsExactly(new BindingLimit("c", Of.MAX_REPLICA_CHIPS, 8, 16, 1.5));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void twiceTheStagesAreTriedWhereMoreThanHalfAreUsed(int used, boolean tried) {
        LimitProbe probe = new LimitProbe(
                "c", request(8, 4, OptionalDouble.empty()), 10, other -> other.maxStages() == 8 ? 20 : 10);
        assertThat(probe.of(stages(used)))
                .isEqualTo(tried ? List.of(new BindingLimit("c", Of.STAGES, 4, 8, 2)) : List.of());
    }

    @Test
    void aFirstTokenAtAnyTimeIsTriedWhereThereIsALimit() {
        LimitProbe free = new LimitProbe("c", request(8, 4, OptionalDouble.empty()), 10, other -> 10);
        assertThat(free.of(stages(1))).isEmpty();
        LimitProbe limited = new LimitProbe(
                "c",
                request(8, 4, OptionalDouble.of(2.5)),
                10,
                other -> other.maxTimeToFirstTokenSeconds().isPresent() ? 10 : 30);
        assertThat(limited.of(stages(1)))
                .containsExactly(new BindingLimit("c", Of.MAX_TIME_TO_FIRST_TOKEN, 2.5, INFINITE, 3));
        LimitProbe nothing = new LimitProbe(
                "c",
                request(8, 4, OptionalDouble.of(2.5)),
                0,
                other -> other.maxTimeToFirstTokenSeconds().isPresent() ? 0 : 30);
        assertThat(nothing.ofNothing(8))
                .containsExactly(new BindingLimit("c", Of.MAX_TIME_TO_FIRST_TOKEN, 2.5, INFINITE, INFINITE));
    }

    @ParameterizedTest
    @CsvSource({"10, false", "10.01, false", "10.011, true", "0, false"})
    void aThousandthIsNoGain(double then, boolean binds) {
        LimitProbe probe = new LimitProbe(
                "c", request(8, 4, OptionalDouble.empty()), 10, other -> other.maxReplicaChips() == 16 ? then : 0);
        assertThat(probe.of(stages(1))).hasSize(binds ? 1 : 0);
    }

    /** Replicas of 8 chips hold nothing; those of 8 times 2, 4, 8 and 16 are tried while there are more chips than half of it. */
    @ParameterizedTest
    @CsvSource({
        // the chips that serve, chips at hand, what is found
        "16, 9, 16",
        "16, 8, 0",
        "32, 16, 0",
        "32, 17, 32",
        "128, 1000, 128",
        "129, 1000, 0",
    })
    void ofNothingTheFewestDoublingsThatServeAreSaid(int serves, double atHand, int relaxed) {
        LimitProbe probe = new LimitProbe(
                "c", request(8, 4, OptionalDouble.empty()), 0, other -> other.maxReplicaChips() >= serves ? 1 : 0);
        assertThat(probe.ofNothing(atHand))
                .isEqualTo(
                        relaxed == 0
                                ? List.of()
                                : List.of(new BindingLimit("c", Of.MAX_REPLICA_CHIPS, 8, relaxed, INFINITE)));
    }

    @Test
    void limitsAreSentencesWithTheKindsThatTheyBindTheMostFirst() {
        assertThat(BindingLimit.words(List.of(
                        new BindingLimit("a", Of.MAX_REPLICA_CHIPS, 8, 16, 1.5),
                        new BindingLimit("b", Of.MAX_TIME_TO_FIRST_TOKEN, 2.5, INFINITE, 3),
                        new BindingLimit("c", Of.MAX_REPLICA_CHIPS, 8, 16, INFINITE))))
                .containsExactly(
                        "max_replica_chips of 8 binds: with 16 c would serve, a would serve 1.5 times as much",
                        "max_time_to_first_token of 2.5 binds: without it b would serve 3 times as much");
    }

    @Test
    void aRequestIsChangedInOneThing() {
        ReplicaRequest request = request(8, 4, OptionalDouble.of(2));
        assertThat(request.upTo(9).maxReplicaChips()).isEqualTo(9);
        assertThat(request.upTo(9).upTo(8)).isEqualTo(request);
        assertThat(request.stages(5).maxStages()).isEqualTo(5);
        assertThat(request.stages(5).stages(4)).isEqualTo(request);
        assertThat(request.speculating(Speculation.predictionHead(2)).speculating(Speculation.NONE))
                .isEqualTo(request);
        assertThat(request.disaggregated(Optional.of(true)).disaggregatedPrefill())
                .contains(true);
        assertThat(request.inTime(2)).isTrue();
        assertThat(request.inTime(2.001)).isFalse();
        assertThat(request.timeToFirstTokenWithin(OptionalDouble.empty()).inTime(1e9))
                .isTrue();
        assertThat(new ReplicaRequest(new RequestTokens(1, 1), 8, Speculation.NONE).maxStages())
                .isEqualTo(8);
    }
}
