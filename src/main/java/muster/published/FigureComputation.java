package muster.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.document.yaml.Text;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.TimeModelChoice;
import muster.research.feedback.SoftwareFeedback;
import muster.research.production.ResearchLaw;
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
                FigureComputation.Deployed,
                FigureComputation.Quality,
                FigureComputation.Produced,
                FigureComputation.Feedback,
                FigureComputation.Ratio,
                TaskComputation {
    /** Why a cost without a rent is refused. */
    String NEEDS_RENT = "a cost needs a rent, as 2 USD/chip/h";

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
     * What a step of a stated replica takes, as {@code muster throughput} models it: chips share each matrix, or each group of them
     * attends to sequences of its own and all share the experts. Prefill runs elsewhere, or is all that runs.
     *
     * @param stepOf the id of the model
     * @param chip the id of the kind of chip
     * @param chips how many share the model
     * @param stages groups of them that hold consecutive layers, each with sequences of its own
     * @param data groups that attend to sequences of their own, and hold the experts together, each expert on as few chips as can be
     * @param sequences that are generated at once, or prompts that are prefilled at once
     * @param cached tokens that each sequence holds, or of each prompt
     * @param formats how the model is stored and multiplied, as {@code bf16}
     * @param timeModel the step-time model
     * @param rent what a chip costs, which a cost needs
     * @param gives what is told of the step
     */
    @When(key = "step_of")
    record Step(
            Text stepOf,
            Text chip,
            int chips,

            @Otherwise(value = "1", because = "every chip holds a part of every layer")
            int stages,

            @Otherwise(value = "1", because = "chips share each matrix")
            int data,

            int sequences,
            int cached,
            Text formats,
            TimeModelChoice timeModel,
            @In("USD/chip/s") Optional<Input> rent,
            Gives gives)
            implements FigureComputation {

        public Step {
            if (chips < 1 || stages < 1 || data < 1 || sequences < 1 || cached < 1 || chips % (stages * data) != 0) {
                throw new IllegalArgumentException(
                        "chips, stages, data, sequences and cached are above 0, and groups of data and stages divide the chips");
            }
            if (gives.needsRent() && rent.isEmpty()) {
                throw new IllegalArgumentException(NEEDS_RENT);
            }
        }

        /** What is told of a step. */
        public enum Gives {
            /** Its duration. */
            TIME,
            /** Tokens of one stream in a second. */
            SERIAL_SPEED,
            /** Tokens of all sequences in a second. */
            THROUGHPUT,
            /** The same of each chip. */
            THROUGHPUT_PER_CHIP,
            /** Tokens of prompts that each chip prefills in a second, where prefill is all that runs. */
            PREFILL_PER_CHIP,
            /** What a prompt token costs in rent, where prefill is all that runs. */
            PREFILL_COST,
            /** What an output token costs in rent. */
            COST;

            boolean prefills() {
                return this == PREFILL_PER_CHIP || this == PREFILL_COST;
            }

            boolean needsRent() {
                return this == COST || this == PREFILL_COST;
            }

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * What the best deployment of a model on a kind of chip yields, as {@code muster throughput} finds it.
     *
     * @param deploymentOf the id of the model
     * @param chip the id of the kind of chip
     * @param formats how the model is stored and multiplied, as {@code bf16}
     * @param prompt tokens of a prompt
     * @param output tokens of an answer
     * @param serialSpeed the least speed of a stream; the one with the most tokens per chip of all where nothing is said
     * @param maxReplicaChips the most chips of a replica
     * @param layouts which layouts are tried
     * @param draftTokens draft tokens of each step, from a prediction head
     * @param timeModel the step-time model
     * @param rent what a chip costs, which a cost needs
     * @param gives what is told: serial-speed, throughput-per-chip or cost
     */
    @When(key = "deployment_of")
    record Deployed(
            Text deploymentOf,
            Text chip,
            Text formats,
            int prompt,
            int output,

            @In("token/s/stream") Optional<Input> serialSpeed,

            int maxReplicaChips,

            @Otherwise(value = "any", because = "whoever serves is free to choose")
            LayoutChoice layouts,

            @Otherwise(value = "0", because = "no draft tokens")
            int draftTokens,

            @Otherwise(value = "calibrated", because = "the one with a known error")
            TimeModelChoice timeModel,

            @In("USD/chip/s") Optional<Input> rent,
            Step.Gives gives)
            implements FigureComputation {

        public Deployed {
            if (prompt < 1 || output < 1 || maxReplicaChips < 1 || draftTokens < 0 || draftTokens > MOST_GUESSES) {
                throw new IllegalArgumentException(
                        "prompt, output and max_replica_chips are above 0, and draft_tokens is from 0 to "
                                + MOST_GUESSES);
            }
            if (!TOLD.contains(gives)) {
                throw new IllegalArgumentException("of a deployment serial-speed, throughput-per-chip or cost is told");
            }
            if (gives.needsRent() && rent.isEmpty()) {
                throw new IllegalArgumentException(NEEDS_RENT);
            }
        }

        private static final int MOST_GUESSES = 8;
        private static final Set<Step.Gives> TOLD =
                Set.of(Step.Gives.SERIAL_SPEED, Step.Gives.THROUGHPUT_PER_CHIP, Step.Gives.COST);
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

    /**
     * What a law of research says of labour and compute in ratios to its laboratory, as {@code muster estimate} uses it.
     *
     * @param researchLaw the law, by its id, alone or with the constants that differ
     * @param compute compute for experiments over that of the laboratory
     * @param heads researchers over its
     * @param speed their speed over that of its people
     * @param gives what is told
     */
    @When(key = "research_law")
    record Produced(
            ResearchLaw researchLaw,

            @In("1") @Otherwise(value = "1", because = "as the laboratory has")
            Input compute,

            @In("1") @Otherwise(value = "1", because = "as the laboratory has")
            Input heads,

            @In("1") @Otherwise(value = "1", because = "as the laboratory's people")
            Input speed,

            Answer gives)
            implements FigureComputation {

        /** What is told of a law of research. */
        public enum Answer {
            /** The rate over that of the laboratory. */
            RATE,
            /** Labour over that of the laboratory, heads penalised. */
            LABOUR,
            /** The rate with labour without limit. */
            LABOUR_CEILING,
            /** The rate with compute without limit. */
            COMPUTE_CEILING,
            /** The exponent of substitution. */
            RHO,
            /** The power of compute that counts. */
            ZETA,
            /** How fast the laboratory's software gets better, d ln S / dt. */
            SOFTWARE_GROWTH;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * The odds of an event as software gets better by the work of AIs, or a figure at the central values, as {@code muster estimate} has
     * them.
     *
     * @param feedback the feedback, by its id, alone or with what differs
     * @param quantity the name of the figure
     * @param samples how many samples odds are told by, of seed 1; the central values alone where nothing is said
     */
    @When(key = "feedback")
    record Feedback(SoftwareFeedback feedback, String quantity, Optional<Quantity> samples)
            implements FigureComputation {}

    /**
     * A sum of amounts over another, as the part of a laboratory's spending that goes to one use.
     *
     * @param sum the amounts by what they are
     * @param over the amounts that they are divided by
     */
    @When(key = "sum")
    record Ratio(Map<String, Quantity> sum, Map<String, Quantity> over) implements FigureComputation {
        public Ratio {
            if (Stream.concat(sum.values().stream(), over.values().stream())
                            .map(amount -> amount.unit().dimension())
                            .distinct()
                            .count()
                    > 1) {
                throw new IllegalArgumentException("amounts that are added and divided are of one kind");
            }
            if (total(over) <= 0) {
                throw new IllegalArgumentException("what is divided by is above 0");
            }
        }

        /** The ratio, a pure number. */
        Quantity value() {
            return Quantity.of(total(sum) / total(over), "1");
        }

        private static double total(Map<String, Quantity> amounts) {
            return amounts.values().stream().mapToDouble(Quantity::base).sum();
        }
    }
}
