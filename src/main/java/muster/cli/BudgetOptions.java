package muster.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Comparing;
import muster.technique.Span;
import muster.uncertainty.Sampling;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a total budget of training and serving is of, and what a scenario does not say of training. */
final class BudgetOptions {
    private static final String TOKEN = "token";

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
    Comparing of(List<Text> techniques, double mostTraded, Optional<Sampling> sampling, Problems problems) {
        if (horizon != null && tokens != null) {
            problems.error(
                    "two-horizons",
                    Place.argument("--tokens " + tokens),
                    "--horizon %s says already how much is served; a total budget is of a time or of tokens"
                            .formatted(horizon));
        }
        OptionalDouble time = amount("--horizon", horizon, "s", "as '12 month'", problems);
        OptionalDouble count = amount("--tokens", tokens, TOKEN, "as 1e15", problems);
        return new Comparing(
                techniques,
                mostTraded,
                count.isPresent()
                        ? new Span.Tokens(count.getAsDouble())
                        : time.isPresent() ? new Span.Time(time.getAsDouble()) : Comparing.YEAR,
                amount("--training-tokens", trainingTokens, TOKEN, "as 15e12", problems),
                amount("--aspect", aspect, "1", "as 128", problems),
                part(problems),
                true,
                sampling);
    }

    private OptionalDouble part(Problems problems) {
        OptionalDouble part = amount("--training-utilization", trainingUtilization, "1", "as 40%", problems);
        if (part.isPresent() && part.getAsDouble() > 1) {
            problems.error(
                    "out-of-range",
                    Place.argument("--training-utilization " + trainingUtilization),
                    "a part of the dense rate is at most 100%");
        }
        return part;
    }

    private static OptionalDouble amount(
            String option, @Nullable String text, String unit, String example, Problems problems) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            Quantity quantity = Quantity.parse(text);
            // Tokens may be written as a number alone.
            double amount = unit.equals(TOKEN) && quantity.unit().symbol().equals("1")
                    ? quantity.base()
                    : Quantity.of(quantity.in(unit), unit).base();
            if (amount > 0) {
                return OptionalDouble.of(amount);
            }
            problems.error(
                    "out-of-range",
                    Place.argument(option + " " + text),
                    "'%s' is not above 0. Maybe an amount, %s?".formatted(text, example));
        } catch (UnitSyntax | UnitMismatch e) {
            problems.error(
                    "not-a-quantity", Place.argument(option + " " + text), "%s; %s".formatted(e.getMessage(), example));
        }
        return OptionalDouble.empty();
    }
}
