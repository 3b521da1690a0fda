package muster.scaling.quality;

import muster.document.In;
import muster.scaling.law.Law;
import muster.scaling.loss.ChinchillaLoss;
import muster.uncertainty.Input;

/**
 * The loss of a student that learns from a teacher (Busbridge et al. 2025, arXiv 2502.08606, Eq. 8).
 *
 * <pre>
 * L_S = L_T + L_T^-c0 (1 + (L_T / (L d_1))^(1/f_1))^(-c_1 f_1) (A' / N^alpha' + B' / D^beta')^gamma'
 * </pre>
 *
 * @param supervised the law of models that are trained on text
 * @param parameterCoefficient A'
 * @param parameterExponent alpha'
 * @param tokenCoefficient B'
 * @param tokenExponent beta'
 * @param outerExponent gamma'
 * @param teacherExponent c_0
 * @param gapExponent c_1
 * @param gapWidth f_1
 * @param gapPlace d_1
 */
public record Distillation(
        Law supervised,
        @In("1") Input parameterCoefficient,
        @In("1") Input parameterExponent,
        @In("1") Input tokenCoefficient,
        @In("1") Input tokenExponent,
        @In("1") Input outerExponent,
        @In("1") Input teacherExponent,
        @In("1") Input gapExponent,
        @In("1") Input gapWidth,
        @In("1") Input gapPlace)
        implements QualityLaw {

    /** The loss at the central values. */
    public DistillationLoss central() {
        return new DistillationLoss(
                supervised.loss().orElseThrow(() -> new IllegalStateException("a supervised law without a loss")),
                new ChinchillaLoss(
                        0,
                        parameterCoefficient.central(),
                        parameterExponent.central(),
                        tokenCoefficient.central(),
                        tokenExponent.central(),
                        6),
                outerExponent.central(),
                teacherExponent.central(),
                gapExponent.central(),
                gapWidth.central(),
                gapPlace.central());
    }
}
