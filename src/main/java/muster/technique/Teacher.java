package muster.technique;

import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.uncertainty.Input;

/** The model that a student learns from. */
@Choice
sealed interface Teacher {

    /** Its parameters outside the embedding, for a student in the place of a plain model of so many. */
    double parameters(double reference);

    /** The tokens that it is trained on. */
    double tokens(double reference);

    /**
     * A teacher in proportion to the plain model that the student replaces.
     *
     * @param teacherSize its parameters over those of the plain model
     * @param teacherTokensPerParameter tokens that it is trained on, per parameter
     */
    @When(key = "teacher_size")
    record Proportional(
            @In("1") Input teacherSize,
            @In("token/parameter") Input teacherTokensPerParameter) implements Teacher {
        @Override
        public double parameters(double reference) {
            return teacherSize.central() * reference;
        }

        @Override
        public double tokens(double reference) {
            return teacherTokensPerParameter.central() * parameters(reference);
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
            @In("token") Input teacherTokens) implements Teacher {
        @Override
        public double parameters(double reference) {
            return teacherParameters.central();
        }

        @Override
        public double tokens(double reference) {
            return teacherTokens.central();
        }
    }
}
