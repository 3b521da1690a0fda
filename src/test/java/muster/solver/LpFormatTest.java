package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LpFormatTest {
    private static final Path GOLDEN = Path.of("src/test/resources/muster/solver/every-form.lp");

    private static LinearProgram everyForm() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable train = program.variable("train.nvidia-h100-sxm.1");
        Variable capped = program.variable("e10", 0, 2.5e-7);
        Variable free = program.variable("3 free", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        Variable below = program.variable("3_free", Double.NEGATIVE_INFINITY, 4);
        Variable above = program.variable("above", -1.5, Double.POSITIVE_INFINITY);
        program.objective(
                new LinearExpression().plus(2e21, train).plus(-0.1, capped).plus(1.0 / 3, free));
        program.atMost("chips/1", new LinearExpression().plus(1, train).plus(1, capped), 20000);
        program.atLeast("work", new LinearExpression().plus(-4, below).plus(1, above), -7.25);
        program.equal("both", new LinearExpression().plus(1, free).plus(-1, train), 0);
        program.atMost("nothing", new LinearExpression(), 1);
        LinearExpression many = new LinearExpression();
        IntStream.range(0, 12).forEach(i -> many.plus(1.5, program.variable("a-longer-name-" + i)));
        program.atMost("many", many, 1e9);
        return program.build();
    }

    // Both glpsol and cbc read this file; docs/decisions/016 says how that was checked.
    @Test
    void everyFormAsInTheGoldenFile() throws IOException {
        String text = LpFormat.of(everyForm(), List.of("Every form that the format has.", "A second line."));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void namesStayApartAndPlain() {
        assertThat(LpFormat.of(everyForm(), List.of()).lines())
                .anyMatch(line -> line.contains("+ 2e21 train.nvidia_h100_sxm.1 "))
                .anyMatch(line -> line.equals(" -inf <= _3_free_2 <= 4"))
                .anyMatch(line -> line.equals(" _3_free free"))
                .anyMatch(line -> line.equals(" 0 <= _e10 <= 2.5e-7"))
                .allMatch(line -> line.length() <= 100);
    }

    /** A reader of our own for what the writer writes: the program that comes out has the same answer. */
    @Test
    void readsBackAsTheSameProgram() {
        for (LinearProgram program : List.of(Solved.wyndor(4, 12, 18), everyForm())) {
            LinearProgram again = LpReader.read(LpFormat.of(program, List.of("comment")));
            assertThat(again.sense()).isEqualTo(program.sense());
            assertThat(again.variables()).hasSameSizeAs(program.variables());
            assertThat(shape(again)).isEqualTo(shape(program));
        }
    }

    // All but names: bounds by variable, coefficients and right sides by constraint, the objective.
    private static List<Object> shape(LinearProgram program) {
        List<Object> shape = new ArrayList<>();
        program.variables().forEach(variable -> shape.add(List.of(variable.low(), variable.high())));
        program.constraints()
                .forEach(constraint ->
                        shape.add(List.of(terms(constraint.terms()), constraint.relation(), constraint.bound())));
        shape.add(terms(program.objective()));
        return shape;
    }

    private static List<List<Double>> terms(List<LinearTerm> terms) {
        return terms.stream()
                .map(term ->
                        List.of(term.coefficient(), (double) term.variable().index()))
                .toList();
    }

    @Test
    void everyNameThatIsTakenHasTheNextNumber() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        LinearExpression sum = new LinearExpression();
        for (String name : List.of("a b", "a-b", "a/b", "a_b_2")) {
            sum.plus(1, builder.variable(name));
        }
        builder.objective(sum);
        assertThat(LpFormat.of(builder.build(), List.of()))
                .contains(" objective: + 1 a_b + 1 a_b_2 + 1 a_b_3 + 1 a_b_2_2\n");
    }

    @Test
    void aProgramWithoutVariablesHasAFileToo() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        builder.atMost("nobody", new LinearExpression(), 3);
        assertThat(LpFormat.of(builder.build(), List.of()))
                .isEqualTo("Maximize\n objective: 0 nothing\nSubject To\n nobody: 0 nothing <= 3\nBounds\nEnd\n");
    }

    @Test
    void aProgramWithoutConstraintsHasAFileToo() {
        assertThat(LpFormat.of(LinearProgram.maximise().build(), List.of()))
                .isEqualTo("Maximize\n objective: 0 nothing\nSubject To\n nothing: 0 nothing <= 0\nBounds\nEnd\n");
    }
}
