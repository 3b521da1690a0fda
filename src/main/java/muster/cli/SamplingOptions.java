package muster.cli;

import java.util.Optional;
import muster.uncertainty.Points;
import muster.uncertainty.Sampling;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of sampling. */
final class SamplingOptions {
    private static final String AUTO = "auto";
    private static final String AUTO_PRECISION = "1%";
    // A power of two, after which nobody waits for the last digit.
    private static final long MOST = 1L << 30;

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
                            + "1%%.")
    private @Nullable String precision;

    @Option(
            names = "--points",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}: random numbers, or more even points; default ${DEFAULT-VALUE}.")
    private Points points = Points.PSEUDO;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that sample; changes only the time. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** How to sample, where it was asked for. */
    Optional<Sampling> sampling(CommandSpec spec) {
        if (precision != null && !AUTO.equals(samples)) {
            throw new ParameterException(spec.commandLine(), "--precision goes with --samples auto");
        }
        return Optional.ofNullable(samples).map(text -> sampling(text, spec));
    }

    private Sampling sampling(String text, CommandSpec spec) {
        long count = text.equals(AUTO) ? MOST : whole(text);
        if (count < 1 || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--samples and --threads are whole numbers above 0; --samples may be auto");
        }
        return new Sampling(seed, count, threads, points, text.equals(AUTO) ? precision(spec) : 0);
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private double precision(CommandSpec spec) {
        String text = precision == null ? AUTO_PRECISION : precision;
        try {
            double part = Quantity.parse(text).in("1");
            if (part > 0) {
                return part;
            }
        } catch (UnitSyntax | UnitMismatch e) {
            // Told below.
        }
        throw new ParameterException(spec.commandLine(), "--precision is a number above 0, as 1%, not " + text);
    }
}
