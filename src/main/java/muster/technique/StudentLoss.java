package muster.technique;

import muster.numeric.Roots;
import muster.scaling.quality.DistillationLoss;

/**
 * Which student of a teacher has the loss of which plain model, by the law of Busbridge et al. 2025 (arXiv 2502.08606) inside
 * itself: both losses are its own, and only their sizes leave it. Parameters are those outside the embedding.
 *
 * @param law the loss of a student
 * @param teacherParameters parameters of its teacher
 * @param teacherTokens tokens that the teacher is trained on
 */
record StudentLoss(DistillationLoss law, double teacherParameters, double teacherTokens) {
    // ln of how much smaller or larger than a plain model a student is looked for.
    private static final double FARTHEST = Math.log(1e4);

    private double teacherLoss() {
        return law.supervised().loss(teacherParameters, teacherTokens);
    }

    /**
     * The parameters of the plain model that has, with the same tokens, the loss of a student.
     *
     * @param parameters those of the student
     * @param tokens those of the student
     */
    double worth(double parameters, double tokens) {
        return law.supervised().parametersFor(law.loss(teacherLoss(), parameters, tokens), tokens);
    }

    /**
     * The parameters of the student that has the loss of a plain model; no number where its teacher is too weak for any.
     *
     * @param reference parameters of the plain model
     * @param referenceTokens tokens of the plain model
     * @param tokens those of the student
     */
    double parameters(double reference, double referenceTokens, double tokens) {
        double wanted = law.supervised().loss(reference, referenceTokens);
        double teacher = teacherLoss();
        double middle = Math.log(reference);
        return teacher >= wanted
                ? Double.NaN
                : Math.exp(Roots.between(
                        log -> law.loss(teacher, Math.exp(log), tokens) - wanted,
                        middle - FARTHEST,
                        middle + FARTHEST));
    }
}
