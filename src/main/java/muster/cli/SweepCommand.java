package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.cli.option.FormatOption;
import muster.cli.option.OutputTarget;
import muster.cli.option.ProgressMeter;
import muster.cli.option.SamplingOptions;
import muster.cli.option.ScenarioOptions;
import muster.cli.option.WholeFile;
import muster.diagnostic.Problems;
import muster.scenario.Sweep;
import muster.scenario.SweepAxis;
import muster.uncertainty.sampling.Sampling;
import muster.view.sensitivity.SweepRows;
import muster.view.sensitivity.SweepSummaryView;
import muster.writer.CsvWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster sweep}: a grid over any inputs. */
@Command(
        name = "sweep",
        description = "Computes a scenario at every combination of values of some inputs, to CSV or Parquet.",
        mixinStandardHelpOptions = true)
final class SweepCommand extends CatalogResultCommand {
    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions("essay-2023");

    @Option(
            names = "--over",
            paramLabel = "PATH=VALUES",
            required = true,
            description =
                    "An input, or a value of an entry as chip.ID.KEY, and its values: LOW..HIGH:POINTS (five points without a number), with :log at the end for even ratios; a list with commas; or all, for what the catalog has. May be repeated.")
    private List<String> over = new ArrayList<>();

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            description = "A figure of each row; may be repeated. Default: the headline figures.")
    private List<String> figures = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file, CSV or by its ending .parquet, with a summary on standard output; an interrupted sweep is gone on with; - is standard output.")
    private @Nullable OutputTarget target;

    @Option(
            names = "--duckdb",
            paramLabel = "JAR",
            description = "DuckDB's JDBC driver, duckdb_jdbc, which writes a file that ends in .parquet.")
    private @Nullable Path duckdb;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ProgressMeter progress = new ProgressMeter();

    @Override
    void checkOptions() {
        if (file().filter(SweepCommand::isParquet).isPresent() != (duckdb != null)) {
            throw usage(
                    "a Parquet file is --out FILE.parquet with --duckdb JAR, the JDBC driver of DuckDB (duckdb_jdbc, of Maven Central)");
        }
    }

    @Override
    int run(Catalog shelf, Problems problems) {
        List<SweepAxis> axes = over.stream()
                .flatMap(text -> SweepAxis.parse(text, shelf, problems).stream())
                .toList();
        SweepAxis.checkOnce(axes, problems);
        Optional<Sampling> how = sampling.sampling(problems);
        problems.orThrow();
        Sweep sweep = new Sweep(axes, changes -> scenario.plans(shelf, changes, new Problems()));
        if (sweep.size() > Sweep.MOST) {
            throw usage(String.format(Locale.ROOT, "a sweep has at most %,d points", Sweep.MOST));
        }
        SweepComputation rows = SweepComputation.of(sweep, figures, how);
        SweepRows report = rows.report();
        Optional<Path> file = file();
        if (file.isEmpty()) {
            print(CsvWriter.line(report.head()));
            rows.points().forEach(point -> print(CsvWriter.line(rows.row(point))));
        } else {
            write(file.get(), rows, shelf.hash(), problems);
            format.print(
                    new SweepSummaryView(scenario.scenario(), report, scenario.settings(), how, shelf.edition()),
                    out());
        }
        return status(!report.allFailed());
    }

    private void write(Path path, SweepComputation rows, String catalog, Problems problems) {
        String key = "%s %s %s %s %s %s"
                .formatted(
                        scenario.scenario(),
                        scenario.settings(),
                        rows.sweep().axes(),
                        rows.sampling(),
                        rows.report().head(),
                        catalog);
        WholeFile.attempt(path, () -> write(path, rows, key), problems);
        problems.orThrow();
    }

    private void write(Path path, SweepComputation rows, String key) throws IOException {
        try (SweepFile growing = new SweepFile(path, key);
                ProgressMeter.Line line = progress.of("points", rows.points().size(), err())) {
            growing.fill(rows, line);
            Path driver = duckdb;
            if (driver == null) {
                growing.finish();
            } else {
                growing.finish((csv, to) -> Parquet.write(csv, rows.report().columns(), to, driver));
            }
        }
    }

    // None where the rows go to standard output.
    private Optional<Path> file() {
        return Optional.ofNullable(target).flatMap(OutputTarget::file);
    }

    private static boolean isParquet(Path path) {
        return path.toString().endsWith(".parquet");
    }
}
