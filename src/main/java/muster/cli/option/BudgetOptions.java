package muster.cli.option;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ComparisonRequest;
import muster.scenario.TrainingAssumptions;
import muster.technique.comparison.ServiceLife;
import muster.uncertainty.sampling.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a total budget of training and serving is of, and what a scenario does not say of training. */
public final class BudgetOptions {
    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            description =
                    "For how long the model is served, as '12 month': the total budget is that of training it and serving what the base serves in that time. Default: 1 year, where --tokens is not there.")
    private @Nullable String horizon;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "How many tokens are served, as 1e15, in the place of --horizon.")
    private @Nullable String tokens;

    @Option(
            names = "--training-tokens",
            paramLabel = "N",
            description = "The tokens that the model is trained on, where scenario and architecture are not to say it.")
    private @Nullable String trainingTokens;

    @Option(
            names = "--aspect",
            paramLabel = "N",
            description =
                    "The width over the layers of models of other sizes, as 128, where scenario and architecture are not to say it.")
    private @Nullable String aspect;

    @Option(
            names = "--training-utilization",
            paramLabel = "PART",
            description =
                    "What the fleet would reach of its dense rate in training, as 40%%, where the scenario is not to say it.")
    private @Nullable String trainingUtilization;

    /** What is asked; what is no amount, or said twice, is reported. */
    public ComparisonRequest of(
            List<Text> techniques, double mostTraded, Optional<Sampling> sampling, Problems problems) {
        return new ComparisonRequest(
                techniques,
                mostTraded,
                ServiceLife.parse(Arguments.given("--horizon", horizon), Arguments.given("--tokens", tokens), problems),
                TrainingAssumptions.parse(
                        Arguments.given("--training-tokens", trainingTokens),
                        Arguments.given("--aspect", aspect),
                        Arguments.given("--training-utilization", trainingUtilization),
                        problems),
                sampling);
    }
}
