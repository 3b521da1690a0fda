package muster.allocation;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.solver.LpFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other solvers on the exported programs; each is skipped where it is not installed (Debian: glpk-utils, coinor-cbc). */
class OtherSolversTest {
    private static final Pattern GLPK = Pattern.compile("Objective: +\\S+ = (\\S+)");
    private static final Pattern CBC = Pattern.compile("(?i)Optimal objective (\\S+)");

    @TempDir
    private Path folder;

    @Test
    void glpkFindsTheSameOptimum() {
        assumeTrue(installed("glpsol"), "glpsol is not installed");
        forAll(41, 40, Situations::random, situation -> {
            Path answer = folder.resolve("answer.txt");
            compare(situation, lp -> run("glpsol", "--lp", lp, "-o", answer.toString()), () -> read(answer), GLPK);
        });
    }

    @Test
    void glpkFindsTheSameOptimumUnderALawOfResearch() {
        assumeTrue(installed("glpsol"), "glpsol is not installed");
        forAll(43, 40, Situations::underLaw, situation -> {
            Path answer = folder.resolve("answer.txt");
            compare(situation, lp -> run("glpsol", "--lp", lp, "-o", answer.toString()), () -> read(answer), GLPK);
        });
    }

    @Test
    void cbcFindsTheSameOptimum() {
        assumeTrue(installed("cbc"), "cbc is not installed");
        forAll(42, 40, Situations::random, situation -> {
            String[] text = {""};
            compare(situation, lp -> text[0] = run("cbc", lp, "solve"), () -> text[0], CBC);
        });
    }

    /** Puts a solver on a file. */
    private interface Asked {
        void about(String lp);
    }

    private void compare(Situation situation, Asked solver, Supplier<String> answer, Pattern objective) {
        OptimalPlan plan = AllocationSolution.best(situation).orElseThrow();
        Path lp = folder.resolve("plan.lp");
        write(lp, LpFormat.of(plan.program(), List.of()));
        solver.about(lp.toString());
        Matcher found = objective.matcher(answer.get());
        assertThat(found.find()).as(answer.get()).isTrue();
        assertThat(Double.parseDouble(found.group(1))).isCloseTo(plan.bound(), within(1e-6 * plan.bound() + 1e-9));
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
            return text;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
