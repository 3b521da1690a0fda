package muster.technique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.yaml.Text;
import muster.scaling.law.FitDomain;
import muster.scaling.quality.Distillation;
import muster.scaling.quality.QualityLaw;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A smaller model that learns from a larger one.
 *
 * <pre>
 * cost beside its own training = 6 n_T D_T (the teacher, unless it is there anyhow) + 2 n_T D (its answers)
 * </pre>
 *
 * @param law the law of the loss of a student
 * @param teacher the model that it learns from
 * @param tokens tokens of the student over those of the plain model
 * @param teacherExists whether the teacher is there anyhow, so that its training is no cost
 */
record KnowledgeDistillation(
        Text law,
        @Inline TeacherModel teacher,

        @Otherwise(value = "1", because = "the student sees the tokens that the plain model would") @In("1")
        Input tokens,

        @Otherwise(value = "false", because = "a teacher for one student is trained for it")
        boolean teacherExists)
        implements Technique {
    private static final double FORWARD_FLOP = 2;

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.TRAINING);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return catalog.bind(QualityLaw.KIND, law, "law", problems).flatMap(found -> {
            if (found instanceof Distillation distillation) {
                return Optional.of(new Prepared(this, distillation));
            }
            problems.error("unlike-law", law.place(), "%s is no law of distillation".formatted(law.value()));
            return Optional.empty();
        });
    }

    private record Prepared(KnowledgeDistillation of, Distillation law) implements Change {

        @Override
        public Attempt atEqualLoss(Design design) {
            if (design.model().tokens().isEmpty()) {
                return Attempt.none(DesignModel.NO_TOKENS);
            }
            double before = design.model().tokens().getAsDouble();
            double after = before * of.tokens.central();
            double reference = design.model().outsideEmbedding();
            double teacher = of.teacher.parameters(reference);
            double teacherTokens = of.teacher.tokens(reference, before);
            double student =
                    new StudentLoss(law.central(), teacher, teacherTokens).parameters(reference, before, after);
            if (Double.isNaN(student)) {
                return Attempt.none(
                        "no student has the loss of the plain model: a teacher of %s parameters on %s tokens is no better itself"
                                .formatted(NumberText.rounded(teacher, 3), NumberText.rounded(teacherTokens, 3)));
            }
            double taught = (of.teacherExists ? 0 : Design.TRAINING_FLOP * teacher * teacherTokens)
                    + FORWARD_FLOP * teacher * after;
            List<String> notes = new ArrayList<>(ExtrapolationNotes.notes("distillation", domain(), student, after));
            notes.add("the student has the loss of a plain model of %s times its size on %s"
                    .formatted(
                            NumberText.rounded(reference / student, 3),
                            after == before
                                    ? "the same tokens"
                                    : "%s of its tokens".formatted(NumberText.rounded(before / after, 3))));
            return Attempt.of(
                    design.with(model -> model.times(student / reference).longer(of.tokens.central()))
                            .costing(taught)
                            .trading(student / reference)
                            .noting(notes));
        }

        private Optional<FitDomain> domain() {
            return law.supervised().domain();
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return Attempt.none("a student has weights of its own");
        }

        @Override
        public Optional<Input> ground() {
            return Optional.of(law.teacherExponent());
        }
    }
}
