package muster.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import muster.unit.UnitMismatch;
import org.junit.jupiter.api.Test;

/** Figures that a search finds. */
final class SolvedTest {
    // The side of a square of an area, as if there were no root.
    private static final Kernel SIDE = Kernel.each(arguments -> Math.sqrt(arguments[0]));

    private static Figure side(Chain chain, Kernel kernel, Function<Figure, List<SolutionCheck>> checks) {
        return chain.solved("side", "a", "token", kernel, checks, area(chain));
    }

    private static Figure area(Chain chain) {
        return Given.figure(chain, "area", "9 token^2");
    }

    @Test
    void theAnswerIsRecordedWithItsChecks() {
        Chain chain = Given.chain();
        Figure side = side(chain, SIDE, a -> List.of(new SolutionCheck(a.times(a), area(chain))));

        assertThat(side.central("token").value()).isCloseTo(3, within(1e-12));
        TraceStep step = Given.step(chain, "side");
        assertThat(step.kind()).isEqualTo(TraceStep.Kind.SOLVED);
        assertThat(step.expression()).isEmpty();
        assertThat(step.checks()).containsExactly("side * side = area");
        assertThat(step.made()).isEqualTo("side * side = area");
        assertThat(Reevaluation.broken(chain.steps(), Reevaluation.resized(3))).isEmpty();
    }

    @Test
    void anAnswerThatACheckRefusesIsNoNumber() {
        Chain chain = Given.chain();
        Kernel wrong = Kernel.each(arguments -> 1.00001 * Math.sqrt(arguments[0]));

        Figure side = side(chain, wrong, a -> List.of(new SolutionCheck(a.times(a), area(chain))));

        assertThat(side.central("token").value()).isNaN();
        assertThat(side.times(side).central("token^2").value()).isNaN();
    }

    @Test
    void everyCheckMustHold() {
        Chain chain = Given.chain();
        Figure side = side(
                chain,
                SIDE,
                a -> List.of(new SolutionCheck(a.times(a), area(chain)), new SolutionCheck(a.times(2), a)));

        assertThat(side.central("token").value()).isNaN();
    }

    @Test
    void theSidesOfACheckAreOfOneDimension() {
        Chain chain = Given.chain();

        assertThatThrownBy(() -> side(chain, SIDE, a -> List.of(new SolutionCheck(a, area(chain)))))
                .isInstanceOf(UnitMismatch.class)
                .hasMessageContaining("side is in token, and area is in token^2");
    }

    @Test
    void theReplayFindsACheckOfAWrongDimensionOrValue() {
        Chain chain = Given.chain();
        side(chain, SIDE, a -> List.of(new SolutionCheck(a.times(a), area(chain))));
        TraceStep solved = Given.step(chain, "side");
        TraceStep wrong = new TraceStep(
                "side",
                "a",
                solved.value(),
                "token",
                TraceStep.Kind.SOLVED,
                "",
                List.of("side * side * side = 3 * area"),
                solved.source(),
                solved.place());
        TraceStep unchecked = new TraceStep(
                "side", "a", 3, "token", TraceStep.Kind.SOLVED, "", List.of(), solved.source(), solved.place());

        List<TraceStep> steps = List.of(chain.steps().get(0), wrong);
        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        assertThat(Reevaluation.broken(steps, Reevaluation.resized(1))).hasSize(1);
        assertThat(Reevaluation.broken(List.of(unchecked), Reevaluation.asItStands()))
                .containsExactly("side is searched for and nothing checks it");
    }

    @Test
    void anExponentialIsOfAPureNumber() {
        Chain chain = Given.chain();
        Figure two = Given.figure(chain, "two", "2");

        two.exp().as("e2", "", "1");
        two.max(chain.number(3)).as("most", "", "1");

        assertThat(Given.value(chain, "e2")).isCloseTo(7.38905609893, within(1e-9));
        assertThat(Given.value(chain, "most")).isEqualTo(3);
        assertThat(Given.step(chain, "e2").expression()).isEqualTo("exp(two)");
        assertThat(Reevaluation.broken(chain.steps(), Reevaluation.asItStands()))
                .isEmpty();
        assertThatThrownBy(() -> area(chain).exp()).isInstanceOf(UnitMismatch.class);
    }
}
