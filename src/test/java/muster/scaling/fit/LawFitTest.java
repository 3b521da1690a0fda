package muster.scaling.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.TestError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits of runs that a known law made, and of runs beside it, where nothing near may fit better. */
final class LawFitTest {
    private static final ChinchillaLoss LAW = new ChinchillaLoss(1.7, 300, 0.31, 900, 0.34, 6);
    private static final ChinchillaLoss TIED = new ChinchillaLoss(1.6, 500, 0.28, 700, 0.28, 6);

    /** Runs of a law, each off by a part of its loss that is drawn from nowhere but its number. */
    private static List<TrainingRun> runs(ChinchillaLoss law, double off) {
        List<TrainingRun> runs = new ArrayList<>();
        for (double n = 1e8; n < 2e10; n *= 4) {
            for (double d = 1e9; d < 2e11; d *= 5) {
                runs.add(new TrainingRun(n, d, law.loss(n, d) * (1 + off * Math.sin(7 * runs.size()))));
            }
        }
        return runs;
    }

    private static double[] constants(ChinchillaLoss law) {
        return new double[] {
            law.irreducible(),
            law.parameterCoefficient(),
            law.parameterExponent(),
            law.tokenCoefficient(),
            law.tokenExponent()
        };
    }

    private static ChinchillaLoss law(double[] constants) {
        return new ChinchillaLoss(constants[0], constants[1], constants[2], constants[3], constants[4], 6);
    }

    @ParameterizedTest
    @CsvSource({"HUBER_LOG, false", "SQUARES, false", "HUBER_LOG, true", "SQUARES, true"})
    void aLawIsFoundAgainFromItsRuns(Objective objective, boolean tied) {
        ChinchillaLoss law = tied ? TIED : LAW;
        ChinchillaLoss found = new LawFit(objective, tied).of(runs(law, 0));

        double[] constants = constants(law);
        for (int i = 0; i < constants.length; i++) {
            assertThat(constants(found)[i]).isCloseTo(constants[i], withinPercentage(0.01));
        }
        assertThat(found.flopPerParameterToken()).isEqualTo(6);
    }

    /** In every direction of one constant the objective rises: so small that a gradient with a wrong sum is seen. */
    @ParameterizedTest
    @CsvSource({"HUBER_LOG, false", "SQUARES, false", "HUBER_LOG, true", "SQUARES, true"})
    void nothingNearFitsBetter(Objective objective, boolean tied) {
        List<TrainingRun> runs = runs(tied ? TIED : LAW, 0.02);
        ChinchillaLoss found = new LawFit(objective, tied).of(runs);
        double least = objective.sum(found, runs);

        for (int i = 0; i < 5; i++) {
            for (double factor : new double[] {0.9995, 1.0005}) {
                double[] other = constants(found);
                other[i] *= factor;
                // A power about the middle of the runs, so that a change of the exponent is no change of the size.
                double middle = i == 2 ? 1.4e9 : 1.6e10;
                if (i == 2 || i == 4) {
                    other[i - 1] *= Math.pow(middle, other[i] - constants(found)[i]);
                }
                if (tied && (i == 2 || i == 4)) {
                    int twin = 6 - i;
                    other[twin] *= factor;
                    other[twin - 1] *= Math.pow(twin == 2 ? 1.4e9 : 1.6e10, other[twin] - constants(found)[twin]);
                }
                assertThat(objective.sum(law(other), runs))
                        .as("constant %s times %s", i, factor)
                        .isGreaterThan(least);
            }
        }
        assertThat(Math.abs(found.parameterExponent() - found.tokenExponent()) < 1e-9)
                .isEqualTo(tied);
    }

    @Test
    void aRunThatIsFarOffMovesLeastSquaresAndNotHuber() {
        List<TrainingRun> runs = new ArrayList<>(runs(LAW, 0));
        runs.add(new TrainingRun(1e9, 1e10, 9));

        assertThat(new LawFit(Objective.HUBER_LOG, false).of(runs).irreducible())
                .isCloseTo(1.7, within(0.01));
        assertThat(Math.abs(new LawFit(Objective.SQUARES, false).of(runs).irreducible() - 1.7))
                .isGreaterThan(0.02);
    }

    /** Hoffmann et al. 2022, Eq. 3: half the square up to a thousandth, then straight on with the same slope. */
    @ParameterizedTest
    @CsvSource({"5e-4, 1.25e-7", "-5e-4, 1.25e-7", "1e-3, 5e-7", "2e-3, 1.5e-6", "-2e-3, 1.5e-6", "1, 9.995e-4"})
    void theHuberLossIsASquareAndThenALine(double off, double value) {
        double predicted = 2.5 * Math.exp(off);
        assertThat(Objective.HUBER_LOG.of(predicted, 2.5)).isCloseTo(value, withinPercentage(1e-6));
        // By the chain rule the slope of the logarithm is one over the prediction.
        assertThat(Objective.HUBER_LOG.slope(predicted, 2.5) * predicted)
                .isCloseTo(Math.signum(off) * Math.min(Math.abs(off), 1e-3), within(1e-12));
    }

    @Test
    void squaresAreSquares() {
        assertThat(Objective.SQUARES.of(3, 2.5)).isEqualTo(0.25);
        assertThat(Objective.SQUARES.slope(3, 2.5)).isEqualTo(1);
        assertThat(Objective.SQUARES.slope(2, 2.5)).isEqualTo(-1);
        List<TrainingRun> runs = List.of(new TrainingRun(1, 1, 1202), new TrainingRun(1, 1, 1200.7));
        // The law gives 1.7 + 300 + 900 at one parameter and one token.
        assertThat(Objective.SQUARES.sum(LAW, runs)).isCloseTo(0.09 + 1, within(1e-9));
    }

    @Test
    void fewerRunsThanConstantsAndOneAreRefused() {
        for (boolean tied : new boolean[] {false, true}) {
            LawFit fit = new LawFit(Objective.SQUARES, tied);
            int fewest = tied ? 5 : 6;
            assertThat(fit.fewestRuns()).isEqualTo(fewest);
            assertThat(messages(fit, fewest - 1))
                    .containsExactly("here: error [too-few-runs] %s runs are left, and this form needs %s"
                            .formatted(fewest - 1, fewest));
            assertThat(messages(fit, fewest)).isEmpty();
            assertThat(messages(fit, 1)).hasSize(1);
        }
    }

    private static List<String> messages(LawFit fit, int count) {
        Problems problems = new Problems();
        // Sizes and tokens that tell every constant from the fifth on.
        double[][] pairs = {{1, 1}, {2, 2}, {3, 4}, {1, 3}, {2, 5}, {4, 1}};
        List<TrainingRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(new TrainingRun(pairs[i][0] * 1e9, pairs[i][1] * 1e10, 2));
        }
        boolean enough = fit.enough(new FitRuns("f", runs, 0, List.of()), Place.argument("here"), problems);
        assertThat(enough).isEqualTo(problems.none());
        return problems.sorted().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void runsOfOneSizeAreEnoughInNumberAndRefused() {
        Problems problems = new Problems();
        List<TrainingRun> runs = DoubleStream.of(1, 2, 3, 4, 5, 6)
                .mapToObj(d -> new TrainingRun(1e9, d * 1e10, 2))
                .toList();
        assertThat(new LawFit(Objective.SQUARES, false)
                        .enough(new FitRuns("f", runs, 0, List.of()), Place.argument("here"), problems))
                .isFalse();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo("not-identifiable");
    }

    @ParameterizedTest
    @CsvSource({"SQUARES, false", "SQUARES, true"})
    void everySampleOfExactRunsHasTheirLaw(Objective objective, boolean tied) {
        ChinchillaLoss law = tied ? TIED : LAW;
        List<ChinchillaLoss> told = Collections.synchronizedList(new ArrayList<>());
        List<ChinchillaLoss> drawn = new LawFit(objective, tied).bootstrap(runs(law, 0), law, 2, 7, told::add);

        assertThat(drawn).hasSize(2);
        assertThat(told).containsExactlyInAnyOrderElementsOf(drawn);
        drawn.forEach(one -> assertThat(one.irreducible()).isCloseTo(law.irreducible(), within(1e-3)));
    }

    @Test
    void samplesAreThoseOfTheirSeedAndDiffer() {
        List<TrainingRun> runs = runs(LAW, 0.02);
        LawFit fit = new LawFit(Objective.SQUARES, false);
        List<Double> some = bootstrap(fit, runs, 7, 3);

        assertThat(bootstrap(fit, runs, 7, 3)).isEqualTo(some);
        // The second of one seed is the first of the next.
        assertThat(bootstrap(fit, runs, 8, 2)).isEqualTo(some.subList(1, 3));
        assertThat(some).doesNotHaveDuplicates();
    }

    private static List<Double> bootstrap(LawFit fit, List<TrainingRun> runs, long seed, int count) {
        return fit.bootstrap(runs, LAW, count, seed, law -> {}).stream()
                .map(ChinchillaLoss::tokenCoefficient)
                .toList();
    }

    /** Five laws whose E are 1 to 5: the quantile q lies at 1 + 4 q. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1.4", "0.25, 2", "0.5, 3", "0.95, 4.8", "1, 5"})
    void quantilesLieBetweenTheDrawnLaws(double probability, double value) {
        FittedLaw fitted = fitted(List.of(drawn(4), drawn(1), drawn(5), drawn(2), drawn(3)));
        assertThat(fitted.quantile(ChinchillaLoss::irreducible, probability)).isCloseTo(value, within(1e-12));
    }

    @Test
    void theResidualIsOfLogarithms() {
        // Losses of e^0.03 and e^-0.01 times those of the law: the root of (9 + 1) / 2 hundredths.
        List<TrainingRun> runs = List.of(
                new TrainingRun(1e9, 1e10, LAW.loss(1e9, 1e10) * Math.exp(0.03)),
                new TrainingRun(2e9, 1e10, LAW.loss(2e9, 1e10) * Math.exp(-0.01)));
        FittedLaw fitted = new FittedLaw(
                new LawFit(Objective.SQUARES, false),
                new FitRuns("f", runs, 0, List.of()),
                LAW,
                0,
                Optional.empty(),
                List.of(),
                1);
        assertThat(fitted.residual()).isCloseTo(0.01 * Math.sqrt(5), within(1e-12));
        assertThat(fitted.directions()).isEmpty();
    }

    @Test
    void directionsAddUpToTheCovarianceOfTheLogarithms() {
        // Two laws that differ by a factor in A and in E: variances of ln A and of E / 1.7, and nothing else.
        ChinchillaLoss low = new ChinchillaLoss(1.7, 300, 0.3, 900, 0.34, 6);
        ChinchillaLoss high = new ChinchillaLoss(1.87, 300 * Math.E, 0.3, 900, 0.34, 6);
        ChinchillaLoss without = new ChinchillaLoss(1.7, 0, 0.3, 900, 0.34, 6);
        double[][] root = fitted(List.of(low, high, without)).directions();

        assertThat(product(root, 0, 0)).isCloseTo(0.5, within(1e-9));
        assertThat(product(root, 4, 4)).isCloseTo(0.005, within(1e-9));
        assertThat(product(root, 0, 4)).isCloseTo(0.05, within(1e-9));
        assertThat(product(root, 2, 2)).isCloseTo(0, within(1e-9));
        assertThat(fitted(List.of(low, without)).directions()).isEmpty();
    }

    private static double product(double[][] root, int one, int other) {
        double sum = 0;
        for (int column = 0; column < root[one].length; column++) {
            sum += root[one][column] * root[other][column];
        }
        return sum;
    }

    private static ChinchillaLoss drawn(double irreducible) {
        return new ChinchillaLoss(irreducible, 300, 0.31, 900, 0.34, 6);
    }

    private static FittedLaw fitted(List<ChinchillaLoss> drawn) {
        return new FittedLaw(
                new LawFit(Objective.SQUARES, false),
                new FitRuns("f", List.of(), 0, List.of()),
                LAW,
                0,
                Optional.empty(),
                drawn,
                1);
    }

    /** Gadre et al. 2024, Eq. 5, with constants of the size of theirs. */
    @Test
    void theErrorOfALossIsFoundAgain() {
        TestError curve = new TestError(0.85, 2, 0.7);
        List<TrainingRun> runs = runs(TIED, 0).stream()
                .map(run -> new TrainingRun(
                        run.parameters(), run.tokens(), run.loss(), OptionalDouble.of(curve.at(run.loss()))))
                .toList();
        TestError found = ErrorFit.of(runs).orElseThrow();

        assertThat(curve.at(2)).isCloseTo(0.85 - 2 * Math.exp(-1.4), within(1e-12));
        assertThat(found.most()).isCloseTo(0.85, within(1e-6));
        assertThat(found.coefficient()).isCloseTo(2, within(1e-5));
        assertThat(found.rate()).isCloseTo(0.7, within(1e-5));
        assertThat(ErrorFit.of(runs(TIED, 0))).isEmpty();
    }

    @Test
    void onlyTheTiedFormHasAnError() {
        List<TrainingRun> runs = runs(TIED, 0).stream()
                .map(run -> new TrainingRun(run.parameters(), run.tokens(), run.loss(), OptionalDouble.of(0.5)))
                .toList();
        FitRuns fitted = new FitRuns("f", runs, 0, List.of());

        assertThat(FittedLaw.of(LawForm.OVER_TRAINING.by(Objective.SQUARES), fitted, 0, 1, law -> {})
                        .error())
                .isPresent();
        FittedLaw without = FittedLaw.of(LawForm.CHINCHILLA.by(Objective.SQUARES), fitted, 1, 1, law -> {});
        assertThat(without.error()).isEmpty();
        assertThat(without.drawn()).hasSize(1);
        assertThat(without.value()).isCloseTo(0, within(1e-12));
    }
}
