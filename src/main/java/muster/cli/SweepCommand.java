package muster.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import muster.catalog.Shelf;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.Estimate;
import muster.scenario.SweepAxis;
import muster.uncertainty.Sampling;
import muster.view.sensitivity.SweepRows;
import muster.view.sensitivity.SweepSummaryView;
import muster.writer.CsvWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster sweep}: a grid over any inputs. */
@Command(
        name = "sweep",
        description = "Computes a scenario at every combination of values of some inputs, to CSV or Parquet.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Id of a scenario, or a YAML file with one; default ${DEFAULT-VALUE}.",
            defaultValue = "essay-2023")
    private String scenario = "essay-2023";

    @Option(
            names = "--over",
            paramLabel = "PATH=VALUES",
            required = true,
            description =
                    "An input and its values: LOW..HIGH:POINTS, with :log at the end for even ratios; a list with commas; or all, for what the catalog has. May be repeated.")
    private List<String> over = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input for all points; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            description = "A figure of each row; may be repeated. Default: the headline figures.")
    private List<String> figures = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file, CSV or by its ending .parquet, with a summary on standard output; an interrupted sweep is gone on with.")
    private @Nullable Path file;

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
    private Progress progress = new Progress();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        List<SweepAxis> axes = over.stream()
                .flatMap(text -> SweepAxis.parse(text, shelf, problems).stream())
                .toList();
        problems.orThrow();
        Optional<Sampling> how = sampling.sampling(spec);
        double count = axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
        if (count > MOST) {
            throw new ParameterException(
                    spec.commandLine(), String.format(Locale.ROOT, "a sweep has at most %,d points", MOST));
        }
        List<List<String>> points = SweepAxis.points(axes);
        SweepRows report = new SweepRows(axes, figures(shelf, points.get(0), axes), how.isPresent());
        if ((file != null && isParquet(file)) != (duckdb != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a Parquet file is --out FILE.parquet with --duckdb JAR, the JDBC driver of DuckDB (duckdb_jdbc, of Maven Central)");
        }
        if (file == null) {
            spec.commandLine().getOut().print(CsvWriter.line(report.head()));
            points.forEach(
                    point -> spec.commandLine().getOut().print(CsvWriter.line(row(shelf, axes, point, how, report))));
        } else {
            write(file, shelf, axes, points, how, report);
            format.print(
                    new SweepSummaryView(scenario, report, settings, how, shelf.edition()),
                    spec.commandLine().getOut());
        }
        return report.allFailed() ? Exit.FAILED : Exit.GOOD;
    }

    // Those that are asked for; without any, the headlines that the first point has.
    private List<String> figures(Shelf shelf, List<String> point, List<SweepAxis> axes) {
        Optional<Estimate> first = estimate(shelf, axes, point, Optional.empty(), new ArrayList<>());
        if (figures.isEmpty()) {
            return SweepRows.headlines().stream()
                    .filter(name -> first.isEmpty() || first.get().step(name).isPresent())
                    .toList();
        }
        first.ifPresent(this::checkFigures);
        return figures;
    }

    // A headline may be made at other points only, as the active parameters by laws of experts.
    private void checkFigures(Estimate first) {
        Set<String> known = new TreeSet<>(SweepRows.headlines());
        first.steps().forEach(step -> known.add(step.name()));
        Problems problems = new Problems();
        figures.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.error(
                        "unknown-quantity",
                        Place.argument("--figure " + name),
                        "there is no figure of this name." + Nearest.maybe(name, known)));
        problems.orThrow();
    }

    private void write(
            Path path,
            Shelf shelf,
            List<SweepAxis> axes,
            List<List<String>> points,
            Optional<Sampling> how,
            SweepRows report) {
        String key = "%s %s %s %s %s %s".formatted(scenario, settings, axes, how, report.head(), shelf.hash());
        SweepFile growing = new SweepFile(path, key);
        try {
            fill(growing, shelf, axes, points, how, report);
            growing.finish(form(path, report));
        } catch (IOException e) {
            Problems problems = new Problems();
            problems.error("cannot-write", Place.argument(path.toString()), "cannot be written: " + e.getMessage());
            problems.orThrow();
        }
    }

    private SweepFile.Form form(Path path, SweepRows report) {
        Path driver = duckdb;
        return driver != null && isParquet(path)
                ? (csv, to) -> Parquet.write(csv, report.columns(), to, driver)
                : (csv, to) -> Files.move(csv, to);
    }

    private static boolean isParquet(Path path) {
        return path.toString().endsWith(".parquet");
    }

    private void fill(
            SweepFile growing,
            Shelf shelf,
            List<SweepAxis> axes,
            List<List<String>> points,
            Optional<Sampling> how,
            SweepRows report)
            throws IOException {
        List<List<String>> rows = new ArrayList<>(growing.begun());
        if (rows.isEmpty()) {
            rows.add(report.head());
        }
        rows.stream().skip(1).forEach(report::count);
        try (BufferedWriter out = growing.writer(rows);
                Progress.Line line =
                        progress.of("points", points.size(), spec.commandLine().getErr())) {
            for (int i = rows.size() - 1; i < points.size(); i++) {
                out.write(CsvWriter.line(row(shelf, axes, points.get(i), how, report)));
                out.flush();
                line.accept(i + 1);
            }
        }
    }

    private List<String> row(
            Shelf shelf, List<SweepAxis> axes, List<String> point, Optional<Sampling> how, SweepRows report) {
        List<String> messages = new ArrayList<>();
        Optional<Estimate> estimate = estimate(shelf, axes, point, how, messages);
        List<String> row = report.row(point, estimate, String.join("; ", messages));
        report.count(row);
        return row;
    }

    // A point at which the scenario cannot be computed has its reason in the place of figures.
    private Optional<Estimate> estimate(
            Shelf shelf, List<SweepAxis> axes, List<String> point, Optional<Sampling> how, List<String> messages) {
        List<String> all = new ArrayList<>(settings);
        IntStream.range(0, axes.size()).forEach(i -> all.add(axes.get(i).path() + "=" + point.get(i)));
        try {
            return Plans.of(shelf, List.of(scenario), all, new Problems()).stream()
                    .findFirst()
                    .map(plan -> Estimate.of(plan, how));
        } catch (BadInput bad) {
            // Of a path that there is not, no point is to be had.
            if (bad.problems().stream().anyMatch(problem -> problem.code().equals("unknown-key"))) {
                throw bad;
            }
            messages.addAll(bad.problems().stream().map(Diagnostic::message).toList());
            return Optional.empty();
        }
    }
}
