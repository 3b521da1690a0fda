package muster.scaling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/**
 * Experts as a person writes them in short: {@code 128/8}, or {@code 256/8+1} with a shared one.
 *
 * @param experts how many a layer has, as digits
 * @param active how many of them a token activates
 * @param shared how many further ones every token activates
 */
public record ExpertCounts(String experts, String active, Optional<String> shared) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})/(\\d{1,9})(?:\\+(\\d{1,9}))?");

    /** The experts that a text writes, or nothing with a problem reported. */
    public static Optional<ExpertCounts> parse(Text text, Problems problems) {
        Matcher written = WRITTEN.matcher(text.value().strip());
        if (!written.matches()) {
            problems.error(
                    "not-a-count",
                    text.place(),
                    "experts are EXPERTS/ACTIVE, as 128/8, or 256/8+1 with a shared expert, not '%s'"
                            .formatted(text.value()));
            return Optional.empty();
        }
        if (Integer.parseInt(written.group(2)) > Integer.parseInt(written.group(1))) {
            problems.error("out-of-range", text.place(), "a token cannot activate more experts than there are");
            return Optional.empty();
        }
        return Optional.of(new ExpertCounts(written.group(1), written.group(2), Optional.ofNullable(written.group(3))));
    }

    /** As a scenario writes them: {@code {experts: 128, active: 8}}. */
    @Override
    public String toString() {
        return "{experts: %s, active: %s%s}"
                .formatted(
                        experts, active, shared.map(some -> ", shared: " + some).orElse(""));
    }
}
