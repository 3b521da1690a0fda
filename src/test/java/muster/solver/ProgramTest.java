package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgramTest {
    private final LinearProgram.Builder program = LinearProgram.maximise();
    private final Variable x = program.variable("x");

    @Test
    void namesAreTakenOnce() {
        program.atMost("limit", new LinearExpression().plus(1, x), 1);
        assertThatThrownBy(() -> program.atLeast("limit", new LinearExpression().plus(1, x), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are two constraints limit");
        assertThatThrownBy(() -> program.variable("x", 0, 1)).hasMessage("There are two variables x");
        assertThatThrownBy(() -> program.variable(" ", 0, 1)).hasMessage("A variable or constraint has no name");
        assertThat(program.variable("limit").name()).isEqualTo("limit");
    }

    @Test
    void termsOfOneVariableAddUp() {
        Variable y = program.variable("y");
        program.atMost(
                "limit",
                new LinearExpression()
                        .plus(1, y)
                        .plus(2, x)
                        .plus(3, y)
                        .plus(5, x)
                        .plus(-7, x),
                1);
        assertThat(program.build().constraints().get(0).terms()).containsExactly(new LinearTerm(4, y));
    }

    @Test
    void whatIsNoFiniteNumberIsRefused() {
        assertThatThrownBy(() -> new LinearExpression().plus(Double.NaN, x))
                .hasMessageContaining("The coefficient of x");
        assertThatThrownBy(() -> program.atMost("limit", new LinearExpression().plus(1, x), Double.POSITIVE_INFINITY))
                .hasMessageContaining("The bound of limit");
        assertThatThrownBy(() -> program.variable("z", 2, 1)).hasMessage("z cannot lie from 2.0 to 1.0");
        assertThatThrownBy(() -> program.variable("z", Double.NaN, 1)).hasMessageContaining("cannot lie");
    }

    @Test
    void aVariableOfAnotherProgramIsRefused() {
        LinearProgram.Builder other = LinearProgram.minimise();
        other.variable("y");
        assertThatThrownBy(() -> other.atMost("limit", new LinearExpression().plus(1, x), 1))
                .hasMessage("x is a variable of another program");
        assertThatThrownBy(() -> other.objective(new LinearExpression().plus(1, x)))
                .hasMessageContaining("another program");
    }

    @Test
    void aVariableBeyondTheLastIsOfAnotherProgram() {
        LinearProgram.Builder larger = LinearProgram.maximise();
        larger.variable("x");
        Variable second = larger.variable("second");
        assertThatThrownBy(() -> program.atMost("limit", new LinearExpression().plus(1, second), 1))
                .hasMessage("second is a variable of another program");
    }

    @Test
    void aSumIsEmptyUntilSomethingIsAdded() {
        LinearExpression sum = new LinearExpression();
        assertThat(sum.isEmpty()).isTrue();
        assertThat(sum.plus(0, x).isEmpty()).isFalse();
    }

    @Test
    void aConstraintHasAName() {
        assertThatThrownBy(() -> program.atMost(" ", new LinearExpression().plus(1, x), 1))
                .hasMessage("A variable or constraint has no name");
    }

    @Test
    void whatIsNotInAnAnswerIsAskedForInVain() {
        SolverOutcome.Optimal answer = Solved.optimal(Solved.wyndor(4, 12, 18));
        assertThatThrownBy(() -> answer.price("plant-4")).hasMessage("There is no plant-4 in the program");
    }
}
