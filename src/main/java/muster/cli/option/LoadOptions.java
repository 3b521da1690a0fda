package muster.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.inference.replica.LoadTarget;
import muster.inference.step.RequestTokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A load that is to be served, and the limits within which. */
public final class LoadOptions {
    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Requests that come independently, as \"3 request/s\": how many chips serve them.")
    private @Nullable String rate;

    @Option(
            names = "--ttft",
            paramLabel = "SECONDS",
            description = "The longest mean time to first token at the rate, as \"2 s\"; default any.")
    private @Nullable String firstToken;

    @Option(
            names = "--tpot",
            paramLabel = "SECONDS",
            description = "The longest mean time per output token at the rate, as \"30 ms\"; default any.")
    private @Nullable String token;

    @Option(
            names = "--cached",
            paramLabel = "TOKENS",
            description = "Prompt tokens of a request that a cache holds, as \"900 token\"; default none.")
    private @Nullable String cached;

    @Option(
            names = "--chips-for",
            description = "One line for each kind of chip: the fewest that serve the rate, with price and power.")
    private boolean chipsFor;

    /** Whether a load is asked for. */
    public boolean wanted() {
        return rate != null;
    }

    /** Whether each kind of chip has one line. */
    public boolean chipsFor() {
        return chipsFor;
    }

    /** The option that says nothing without a rate, where one stands. */
    public Optional<String> withoutRate() {
        return wanted()
                ? Optional.empty()
                : Stream.of(
                                given("--ttft", firstToken),
                                given("--tpot", token),
                                given("--cached", cached),
                                chipsFor ? Stream.of("--chips-for") : Stream.<String>empty())
                        .flatMap(names -> names)
                        .findFirst();
    }

    private static Stream<String> given(String name, @Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(name);
    }

    /**
     * The load, or nothing with problems reported.
     *
     * @param lengths the lengths of requests: no more than the prompt is in a cache, and what they say of it holds where nothing else does
     */
    public Optional<LoadTarget> target(Optional<RequestTokens> lengths, Problems problems) {
        int before = problems.reports();
        OptionalDouble requests = Arguments.amount("--rate", rate, List.of("request/s"), problems);
        OptionalDouble first = Arguments.amount("--ttft", firstToken, List.of("s"), problems);
        OptionalDouble each = Arguments.amount("--tpot", token, List.of("s", "s/token"), problems);
        OptionalDouble held = Arguments.amount("--cached", cached, List.of("token"), problems);
        if (held.orElse(0) >= lengths.map(RequestTokens::promptTokens).orElse(1.0)) {
            problems.error(
                    "out-of-range",
                    Arguments.text("--cached", String.valueOf(cached)).place(),
                    "--cached is less than the prompt, of which the last tokens are always computed");
        }
        return problems.reports() > before || requests.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoadTarget(
                        requests.getAsDouble(),
                        held.orElseGet(
                                () -> lengths.map(RequestTokens::cachedTokens).orElse(0.0)),
                        first,
                        each));
    }
}
