package muster.inference.step;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/**
 * The lengths of requests.
 *
 * @param promptTokens prompt tokens
 * @param outputTokens output tokens
 */
public record RequestTokens(double promptTokens, double outputTokens) {
    private static final Pattern WRITTEN = Pattern.compile("in=(\\d{1,9}),\\s*out=(\\d{1,9})");

    /** The lengths that a text writes, as {@code in=1024,out=256}, or nothing with a problem reported. */
    public static Optional<RequestTokens> parse(Text text, Problems problems) {
        Matcher written = WRITTEN.matcher(text.value());
        if (written.matches()) {
            double prompt = Double.parseDouble(written.group(1));
            double output = Double.parseDouble(written.group(2));
            if (prompt > 0 && output > 0) {
                return Optional.of(new RequestTokens(prompt, output));
            }
        }
        problems.error(
                "not-a-count",
                text.place(),
                "lengths are in=N,out=N in tokens above 0, as in=1024,out=256, and not '%s'".formatted(text.value()));
        return Optional.empty();
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
