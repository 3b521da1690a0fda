package muster.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.law.Law;
import muster.scaling.loss.LossSurface;
import muster.scaling.quality.Distillation;
import muster.scaling.quality.DistillationLoss;
import muster.scaling.quality.QualityLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Students of Busbridge et al. 2025, arXiv 2502.08606; expected values were computed apart from Muster. */
class StudentTest {
    private static final Catalog SHELF = new Catalog(List.of(QualityLaw.KIND, Law.KIND), List.of(BuiltIn.load()));
    private static final DistillationLoss LAW = ((Distillation) SHELF.get(
                            QualityLaw.KIND, new Text("busbridge-distillation", Place.argument("law")), new Problems())
                    .orElseThrow())
            .central();
    private static final LossSurface SUPERVISED = LAW.supervised();

    private static double loss(double teacher, double teacherTokens, double parameters, double tokens) {
        return LAW.loss(SUPERVISED.loss(teacher, teacherTokens), parameters, tokens);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/scaling/busbridge-students.csv", numLinesToSkip = 3)
    void lossesOfStudents(
            double parameters,
            double tokens,
            double supervised,
            double a,
            double b,
            double c,
            double d,
            double e,
            double bestTeacher,
            double best) {
        assertThat(SUPERVISED.loss(parameters, tokens)).isCloseTo(supervised, within(6e-5));
        double[] teachers = {198e6, 546e6, 1.82e9, 4.82e9, 7.75e9};
        double[] losses = {a, b, c, d, e};
        for (int i = 0; i < teachers.length; i++) {
            assertThat(loss(teachers[i], 20 * teachers[i], parameters, tokens)).isCloseTo(losses[i], within(6e-5));
        }
        // The capacity gap: a better teacher than the best makes a worse student, and so does a weaker one.
        assertThat(LAW.loss(bestTeacher, parameters, tokens)).isCloseTo(best, within(6e-5));
        assertThat(LAW.loss(bestTeacher - 0.05, parameters, tokens)).isGreaterThan(best);
        assertThat(LAW.loss(bestTeacher + 0.05, parameters, tokens)).isGreaterThan(best);
    }

    // What a student gains falls from 2.1x at 36 billion tokens to 1.0x at 512 billion: most of the gain of small
    // models that are
    // trained for long is the training.
    @ParameterizedTest
    @CsvSource({
        "1.82e9, 36.4e9,  7.75e9,  20,     2.14, 1.43, 2.23",
        "546e6,  10.92e9, 7.75e9,  20,     3.97, 1.82, 4.15",
        "1.82e9, 512e9,   7.75e9,  20,     1.01, 2.56, 1.02",
        "1e9,    100e9,   7.75e9,  66.0645, 1.32, 2.31, 1.85",
        "3e9,    1e12,    10e9,    100,    1.06, 2.76, 1.26"
    })
    void whatAStudentIsWorth(
            double parameters,
            double tokens,
            double teacher,
            double teacherTokensPerParameter,
            double sameTokens,
            double twentyTokens,
            double moreTokens) {
        StudentLoss student = new StudentLoss(LAW, teacher, teacherTokensPerParameter * teacher);
        double loss = loss(teacher, teacherTokensPerParameter * teacher, parameters, tokens);

        assertThat(student.worth(parameters, tokens) / parameters).isCloseTo(sameTokens, within(0.006));
        assertThat(SUPERVISED.tokensFor(loss, parameters) / tokens).isCloseTo(moreTokens, within(0.006));
        double plain = twentyTokens * parameters;
        assertThat(SUPERVISED.loss(plain, 20 * plain)).isCloseTo(loss, within(2e-3));
        // The same student is found from the plain model that it is worth.
        double worth = student.worth(parameters, tokens);
        assertThat(student.parameters(worth, tokens, tokens)).isCloseTo(parameters, within(1e-6 * parameters));
    }

    @Test
    void aPerfectStudentHasTheLossOfItsTeacher() {
        double teacher = SUPERVISED.loss(7.75e9, 155e9);

        assertThat(LAW.loss(teacher, 1e16, 1e18)).isCloseTo(teacher, within(1e-3));
    }

    @Test
    void noStudentIsBetterThanItsTeacher() {
        assertThat(new StudentLoss(LAW, 4e9, 80e9).parameters(4e9, 80e9, 80e9)).isNaN();
        assertThat(new StudentLoss(LAW, 8e9, 160e9).parameters(4e9, 80e9, 80e9)).isLessThan(4e9);
    }

    // Where a teacher is trained for one student, the same FLOP on text make a better model (finding iv of section 1).
    @ParameterizedTest
    @CsvSource({"1e9, 20e9, 2e9", "1e9, 100e9, 4e9", "3e9, 200e9, 6e9", "3e9, 1e12, 10e9"})
    void aTeacherForOneStudentNeverPays(double parameters, double tokens, double teacher) {
        double flop = SUPERVISED.flopPerToken(parameters) * tokens
                + SUPERVISED.flopPerToken(teacher) * 20 * teacher
                + SUPERVISED.flopPerToken(teacher) / 3 * tokens;
        double plainTokens = flop / SUPERVISED.flopPerToken(parameters);

        assertThat(SUPERVISED.loss(parameters, plainTokens))
                .isLessThan(loss(teacher, 20 * teacher, parameters, tokens));
    }

    @Test
    void supervisedCatchesUpWithEnoughTokens() {
        StudentLoss student = new StudentLoss(LAW, 7.75e9, 155e9);
        double before = Double.POSITIVE_INFINITY;
        for (double tokens : new double[] {20e9, 36.4e9, 128e9, 512e9}) {
            double gain = student.worth(1.82e9, tokens) / 1.82e9;
            assertThat(gain).isLessThan(before);
            before = gain;
        }
        assertThat(student.worth(1.82e9, 2e12)).isLessThan(1.82e9);
    }
}
