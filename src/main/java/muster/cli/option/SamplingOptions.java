package muster.cli.option;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.PositiveAmount;
import muster.uncertainty.sampling.PointSet;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Quantity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of sampling. */
public final class SamplingOptions {
    private static final String AUTO = "auto";
    private static final String AUTO_PRECISION = "1%";
    private static final PositiveAmount PART = new PositiveAmount("1", false, "as 1%");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--samples",
            paramLabel = "N|auto",
            description =
                    "Samples uncertain inputs N times and gives medians with 5th and 95th percentiles; auto: until they are precise.")
    private @Nullable String samples;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "With --samples auto: until the standard error of every percentile is at most this part of it; default "
                            + AUTO_PRECISION + "%.")
    private @Nullable String precision;

    @Option(
            names = "--points",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}: random numbers, or more even points; default ${DEFAULT-VALUE}.")
    private PointSet points = PointSet.PSEUDO;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    /** How to sample, where it was asked for; what is not understood is reported. */
    public Optional<Sampling> sampling(Problems problems) {
        if (precision != null && !AUTO.equals(samples)) {
            throw new ParameterException(command.commandLine(), "--precision goes with --samples auto");
        }
        if (samples == null) {
            return Optional.empty();
        }
        boolean auto = samples.equals(AUTO);
        long count = auto ? 1 : whole(samples);
        if (count < 1 || threads.threads() < 1) {
            throw new ParameterException(
                    command.commandLine(), "--samples and --threads are whole numbers above 0; --samples may be auto");
        }
        return auto
                ? part(problems).map(part -> Sampling.until(part, seed.seed(), threads.threads(), points))
                : Optional.of(new Sampling(seed.seed(), count, threads.threads(), points, 0));
    }

    private Optional<Double> part(Problems problems) {
        String text = precision == null ? AUTO_PRECISION : precision;
        return PART.parse(Arguments.text("--precision", text), problems).map(Quantity::base);
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
