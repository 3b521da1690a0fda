package muster.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.document.yaml.Text;
import muster.inference.replica.TimeModelChoice;
import muster.scaling.fit.LawConstant;
import muster.scaling.fit.LawForm;
import muster.scaling.fit.Objective;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/** How Muster computes a figure: by one of its commands. */
@Choice
public sealed interface FigureComputation
        permits FigureComputation.Estimated,
                FigureComputation.Allocated,
                FigureComputation.Fitted,
                FigureComputation.Step,
                FigureComputation.Quality {

    /**
     * A figure of an estimate.
     *
     * @param scenario the id of the scenario
     * @param set changes to the scenario, as {@code training.utilization=100%}
     * @param quantity the name of the figure
     * @param per the id of a scenario whose same figure ours is divided by
     * @param during a time that a rate is multiplied by
     */
    @When(key = "scenario")
    record Estimated(
            Text scenario, Optional<List<String>> set, String quantity, Optional<Text> per, Optional<Quantity> during)
            implements FigureComputation {

        /** The same with more changes. */
        Estimated with(List<String> more) {
            List<String> all = Stream.concat(set.stream().flatMap(List::stream), more.stream())
                    .toList();
            return new Estimated(scenario, Optional.of(all), quantity, per, during);
        }
    }

    /**
     * The part of the time that chips work in which they train, in the best plan of a scenario as {@code muster allocate} finds it.
     *
     * @param trainingShareOf the id of the scenario
     * @param set changes to the scenario, as {@code workforce.elasticity=1}
     */
    @When(key = "training_share_of")
    record Allocated(Text trainingShareOf, Optional<List<String>> set) implements FigureComputation {}

    /**
     * What a step of a stated replica takes while tokens are generated, as {@code muster throughput} models it: chips share each
     * matrix, prefill runs elsewhere.
     *
     * @param stepOf the id of the model
     * @param chip the id of the kind of chip
     * @param chips how many share the model
     * @param stages groups of them that hold consecutive layers, each with sequences of its own
     * @param sequences that are generated at once
     * @param cached tokens that each sequence holds
     * @param formats how the model is stored and multiplied, as {@code bf16}
     * @param timeModel the step-time model
     * @param gives what is told of the step
     */
    @When(key = "step_of")
    record Step(
            Text stepOf,
            Text chip,
            int chips,

            @Otherwise(value = "1", because = "every chip holds a part of every layer")
            int stages,

            int sequences,
            int cached,
            Text formats,
            TimeModelChoice timeModel,
            Gives gives)
            implements FigureComputation {

        public Step {
            if (chips < 1 || stages < 1 || sequences < 1 || cached < 1 || chips % stages != 0) {
                throw new IllegalArgumentException(
                        "chips, stages, sequences and cached are above 0, and stages divide the chips");
            }
        }

        /** What is told of a step. */
        public enum Gives {
            /** Its duration. */
            TIME,
            /** Tokens of one stream in a second. */
            SERIAL_SPEED,
            /** Tokens of all sequences in a second. */
            THROUGHPUT;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * A constant of a law through training runs, as {@code muster scale fit} finds it.
     *
     * @param fitTo the id of the training runs
     * @param where the value that a column must have, by the name of the column
     * @param form the form of the law
     * @param objective what the fit makes small
     * @param constant which constant
     */
    @When(key = "fit_to")
    record Fitted(
            Text fitTo, Optional<Map<String, Text>> where, LawForm form, Objective objective, LawConstant constant)
            implements FigureComputation {}

    /**
     * What a law of quality says, as {@code muster compare} uses it: the size of the dense model that is as good over the weights
     * that are not zero, or the bits at which most of a model is left for each bit.
     *
     * @param qualityLaw the id of a law of sparse training or of number formats
     * @param sparsity the part of the weights that is zero, which a law of sparse training needs
     */
    @When(key = "quality_law")
    record Quality(
            Text qualityLaw,

            @In(value = "1", range = Range.FRACTION) Optional<Input> sparsity) implements FigureComputation {}
}
