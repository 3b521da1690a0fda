package muster.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Experts as a person writes them in an option: {@code 128/8}, or {@code 256/8+1} with a shared one. */
final class Experts {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})(?:\\+(\\d{1,9}))?");

    private Experts() {}

    /** The experts as a scenario writes them. */
    static String written(CommandSpec spec, String text) {
        Matcher experts = FORM.matcher(text.strip());
        if (!experts.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--moe is EXPERTS/ACTIVE, as 128/8, or 256/8+1 with a shared expert, not '%s'".formatted(text));
        }
        if (Integer.parseInt(experts.group(2)) > Integer.parseInt(experts.group(1))) {
            throw new ParameterException(
                    spec.commandLine(), "--moe %s: a token cannot visit more experts than there are".formatted(text));
        }
        String shared = experts.group(3) == null ? "" : ", shared: " + experts.group(3);
        return "{experts: %s, active: %s%s}".formatted(experts.group(1), experts.group(2), shared);
    }
}
