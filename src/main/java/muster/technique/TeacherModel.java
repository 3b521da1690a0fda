package muster.technique;

import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.uncertainty.Input;

/** The model that a student learns from. */
@Choice
sealed interface TeacherModel permits TeacherModel.Proportional, TeacherModel.Stated {

    /** Its parameters outside the embedding, for a student in the place of a plain model of so many. */
    double parameters(double reference);

    /** The tokens that it is trained on, in the place of a plain model of so many parameters on so many tokens. */
    double tokens(double reference, double referenceTokens);

    /**
     * A teacher in proportion to the plain model that the student replaces. It sees at least the tokens that the plain model sees:
     * of one that saw fewer nobody would learn.
     *
     * @param teacherSize its parameters over those of the plain model
     * @param teacherTokensPerParameter tokens that it is trained on, per parameter, where these are not fewer than those of the
     *     plain model
     */
    @When(key = "teacher_size")
    record Proportional(
            @In("1") Input teacherSize,
            @In("token/parameter") Input teacherTokensPerParameter) implements TeacherModel {
        @Override
        public double parameters(double reference) {
            return teacherSize.central() * reference;
        }

        @Override
        public double tokens(double reference, double referenceTokens) {
            return Math.max(teacherTokensPerParameter.central() * parameters(reference), referenceTokens);
        }
    }

    /**
     * A teacher of a stated size.
     *
     * @param teacherParameters its parameters, outside the embedding
     * @param teacherTokens tokens that it is trained on
     */
    @When(key = "teacher_parameters")
    record Stated(
            @In("parameter") Input teacherParameters,
            @In("token") Input teacherTokens) implements TeacherModel {
        @Override
        public double parameters(double reference) {
            return teacherParameters.central();
        }

        @Override
        public double tokens(double reference, double referenceTokens) {
            return teacherTokens.central();
        }
    }
}
