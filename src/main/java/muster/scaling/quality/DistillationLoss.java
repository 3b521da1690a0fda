package muster.scaling.quality;

import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.LossSurface;

/**
 * The loss of a student that learns from a teacher (Busbridge et al. 2025, arXiv 2502.08606, Eq. 8), computed by logarithms:
 * c_1 f_1 is 47, and plain powers run out of range.
 *
 * <pre>
 * L_S = L_T + L_T^-c0 (1 + (L_T / (L d_1))^(1/f_1))^(-c_1 f_1) (A' / N^alpha' + B' / D^beta')^gamma'
 * </pre>
 *
 * <p>with L the supervised loss of the student's size on its tokens.
 *
 * @param supervised the law of models trained on text
 * @param sum A', alpha', B', beta' with E zero
 * @param outerExponent gamma'
 * @param teacherExponent c_0
 * @param gapExponent c_1
 * @param gapWidth f_1
 * @param gapPlace d_1
 */
public record DistillationLoss(
        LossSurface supervised,
        ChinchillaLoss sum,
        double outerExponent,
        double teacherExponent,
        double gapExponent,
        double gapWidth,
        double gapPlace) {

    /**
     * The loss of the student in nat per token.
     *
     * @param teacherLoss L_T, in nat per token
     * @param parameters N of the student
     * @param tokens D of the student
     */
    public double loss(double teacherLoss, double parameters, double tokens) {
        double logTeacher = StrictMath.log(teacherLoss);
        double gap = (logTeacher - StrictMath.log(supervised.loss(parameters, tokens)) - StrictMath.log(gapPlace))
                / gapWidth;
        double logRest = -teacherExponent * logTeacher
                - gapExponent * gapWidth * log1pExp(gap)
                + outerExponent * StrictMath.log(sum.loss(parameters, tokens));
        return teacherLoss + StrictMath.exp(logRest);
    }

    // ln(1 + e^x) without an infinite e^x
    private static double log1pExp(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
