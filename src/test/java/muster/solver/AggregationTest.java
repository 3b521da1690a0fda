package muster.solver;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;

/** Programs of many blocks, solved by sums of them and as they are. */
final class AggregationTest {
    private static final int TYPES = 60;
    private static final int PERIODS = 2;

    private static LinearProgram fleet(Draws draws) {
        return Programs.fleet(draws, TYPES, PERIODS);
    }

    /** The simplex on the whole program, with a proof of its own, comes to the same. */
    @Test
    void sumsComeToWhatTheWholeComesTo() {
        forAll(31, 6, AggregationTest::fleet, program -> {
            SolverOutcome.Optimal sums = Aggregation.optimum(program).orElseThrow();
            SolverOutcome.Optimal whole = Solver.optimum(program).orElseThrow();

            assertThat(sums.certificate().holds()).isTrue();
            assertThat(sums.objective()).isCloseTo(whole.objective(), withinPercentage(2e-7));
        });
    }

    /** What one more of a right side adds, between what the same less and the same more add, by two more programs each. */
    @Test
    void pricesAreWhatMoreWouldAdd() {
        forAll(32, 2, AggregationTest::fleet, program -> {
            SolverOutcome.Optimal best = Aggregation.optimum(program).orElseThrow();
            for (int row = 0; row < program.constraints().size(); row += 41) {
                Constraint constraint = program.constraints().get(row);
                double step = Math.max(constraint.bound(), 1) * 1e-3;
                double more = Solver.optimum(Programs.with(program, row, constraint.bound() + step))
                        .orElseThrow()
                        .objective();
                double less = Solver.optimum(Programs.with(program, row, constraint.bound() - step))
                        .orElseThrow()
                        .objective();
                double digits = 1e-8 * best.objective() / step;
                assertThat(best.price(constraint.name()))
                        .isBetween(
                                (more - best.objective()) / step - digits, (best.objective() - less) / step + digits);
            }
        });
    }

    /** Blocks that are alike but for their names do the same, and take one round however many they are. */
    @Test
    void whatIsAlikeDoesTheSame() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        LinearExpression research = new LinearExpression();
        LinearExpression work = new LinearExpression();
        List<Variable> trains = new ArrayList<>();
        for (int kind = 0; kind < 1000; kind++) {
            Variable train = builder.variable("train." + kind);
            Variable serve = builder.variable("serve." + kind);
            trains.add(train);
            builder.atMost(
                    "chips." + kind, new LinearExpression().plus(1, train).plus(1, serve), 10);
            research.plus(3, serve);
            work.plus(2, train);
        }
        builder.atLeast("work", work, 5000);
        builder.objective(research);
        LinearProgram program = builder.build();

        SolverOutcome.Optimal best = (SolverOutcome.Optimal) Solver.solve(program);

        // Work of 5,000 takes 2,500 of 10,000 chips; the others earn 3 each, and work costs 1.5 of it.
        assertThat(best.objective()).isCloseTo(22_500, within(1e-6));
        assertThat(best.price("work")).isCloseTo(-1.5, within(1e-12));
        assertThat(best.price("chips.7")).isCloseTo(3, within(1e-12));
        assertThat(trains).allSatisfy(train -> assertThat(best.value(train)).isCloseTo(2.5, within(1e-9)));
    }

    @Test
    void whatCannotBeDoneIsProvenOfTheWhole() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        LinearExpression all = new LinearExpression();
        IntStream.range(0, 200).forEach(kind -> {
            Variable chips = builder.variable("x." + kind);
            builder.atMost("chips." + kind, new LinearExpression().plus(1, chips), kind + 1);
            all.plus(1, chips);
        });
        builder.atLeast("work", all, 20_101);
        builder.objective(all);

        assertThat(Solver.solve(builder.build())).isInstanceOf(SolverOutcome.Infeasible.class);
    }

    @Test
    void smallProgramsAreSolvedAsTheyAre() {
        forAll(33, 3, draws -> Programs.fleet(draws, 49, 2), small -> {
            assertThat(new ProgramBlocks(small).count()).isEqualTo(98);
            assertThat(Aggregation.optimum(small)).isEmpty();
        });
    }

    @Test
    void aBlockHasItsVariablesForItself() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable one = builder.variable("one");
        Variable two = builder.variable("two");
        Variable bounded = builder.variable("bounded", 0, 5);
        builder.atMost(
                "shared", new LinearExpression().plus(1, one).plus(1, two).plus(1, bounded), 9);
        builder.atMost("block", new LinearExpression().plus(2, one).plus(1, two), 4);
        builder.atMost("again", new LinearExpression().plus(1, one).plus(3, two), 4);
        builder.atMost("falls", new LinearExpression().plus(1, one).plus(-1, two), 4);
        builder.atMost("nothing", new LinearExpression().plus(1, one), 0);
        builder.objective(new LinearExpression().plus(1, one));

        ProgramBlocks blocks = new ProgramBlocks(builder.build());

        assertThat(IntStream.range(0, 5).filter(blocks::isBlock)).containsExactly(1);
        assertThat(blocks.isInBlock(two)).isTrue();
        assertThat(blocks.isInBlock(bounded)).isFalse();
        assertThat(blocks.column(one)).hasSize(4);
    }
}
