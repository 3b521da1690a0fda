package muster.inference.step;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.NumberText;

/**
 * The lengths of requests.
 *
 * @param promptTokens prompt tokens
 * @param outputTokens output tokens
 * @param cachedTokens prompt tokens that a cache of earlier requests holds, and that are not computed; they are kept in memory and
 *     looked at as others are
 */
public record RequestTokens(double promptTokens, double outputTokens, double cachedTokens) {
    private static final Pattern WRITTEN =
            Pattern.compile("in=(\\d{1,9}),\\s*out=(\\d{1,9})(?:,\\s*cached=(\\d{1,9}))?");

    /** Requests of which no cache holds anything. */
    public RequestTokens(double promptTokens, double outputTokens) {
        this(promptTokens, outputTokens, 0);
    }

    /** The lengths that a text writes, as {@code in=1024,out=256}, or nothing with a problem reported. */
    public static Optional<RequestTokens> parse(Text text, Problems problems) {
        Matcher written = WRITTEN.matcher(text.value());
        if (written.matches()) {
            double prompt = Double.parseDouble(written.group(1));
            double output = Double.parseDouble(written.group(2));
            double cached = written.group(3) == null ? 0 : Double.parseDouble(written.group(3));
            if (prompt > 0 && output > 0 && cached < prompt) {
                return Optional.of(new RequestTokens(prompt, output, cached));
            }
        }
        problems.error(
                "not-a-count",
                text.place(),
                "lengths are in=N,out=N in tokens above 0, as in=1024,out=256 or in=1024,out=256,cached=900 with less cached than in, and not '%s'"
                        .formatted(text.value()));
        return Optional.empty();
    }

    /** The lengths in words. */
    public String words() {
        return "%s prompt tokens%s, %s output tokens"
                .formatted(
                        NumberText.exact(promptTokens),
                        cachedTokens > 0 ? " of which " + NumberText.exact(cachedTokens) + " are cached" : "",
                        NumberText.exact(outputTokens));
    }

    /** Prompt tokens that are computed, of which the last one always is. */
    public double computedTokens() {
        return Math.max(1, promptTokens - cachedTokens);
    }

    /** Tokens that a sequence holds on average while it is generated. */
    public double meanTokens() {
        return promptTokens + outputTokens / 2;
    }

    /** Tokens that it holds at its end. */
    public double mostTokens() {
        return promptTokens + outputTokens;
    }
}
