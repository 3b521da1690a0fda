package muster.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import muster.accuracy.Accuracy;
import muster.catalog.Catalog;
import muster.cli.option.ProgressMeter;
import muster.cli.option.WholeFile;
import muster.diagnostic.Problems;
import muster.view.accuracy.AccuracyView;
import muster.writer.OutputFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster accuracy fit}: the constants of the inference model from measurements. */
@Command(
        name = "fit",
        description = "Fits the constants to measurements, and again without each chip and each model; prints the entry"
                + " calibration/v1, or the scores where that is written to a folder.",
        mixinStandardHelpOptions = true)
final class AccuracyFitCommand extends ResultCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AccuracyCommand parent;

    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description = "A file of measurements to fit instead of those that come with Muster.")
    private @Nullable Path measurements;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes calibrations/measured.yaml and measurements/left-out.csv below a folder.")
    private @Nullable Path out;

    @Option(
            names = "--check",
            description =
                    "Prints nothing and exits with 1 where the fit gives other constants than those that come with Muster.")
    private boolean check;

    @Mixin
    private ProgressMeter progress = new ProgressMeter();

    @Override
    Catalog catalog(Problems problems) {
        return parent.catalog(problems);
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        Accuracy accuracy = new Accuracy(catalog, Optional.ofNullable(measurements));
        Optional<Accuracy.Fitted> found;
        try (Lines lines = new Lines()) {
            found = accuracy.fit(problems, lines);
        }
        problems.orThrow();
        Accuracy.Fitted fitted = found.orElseThrow();
        if (check) {
            return status(Accuracy.committed().equals(fitted.calibration()));
        }
        if (out == null) {
            print(fitted.calibration());
            return ExitStatus.GOOD;
        }
        WholeFile.write(out, "calibrations/measured.yaml", fitted.calibration(), problems);
        WholeFile.write(out, "measurements/left-out.csv", fitted.leftOut(), problems);
        problems.orThrow();
        print(OutputFormat.TABLE.write(new AccuracyView(fitted.study(), Optional.empty(), catalog.edition())));
        return ExitStatus.GOOD;
    }

    /** The line of progress, whose length is known once the rows are read. */
    private final class Lines implements LongFunction<LongConsumer>, AutoCloseable {
        private ProgressMeter.@Nullable Line line;

        @Override
        public LongConsumer apply(long total) {
            line = progress.of("fit", total, err());
            return line;
        }

        @Override
        public void close() {
            if (line != null) {
                line.close();
            }
        }
    }
}
