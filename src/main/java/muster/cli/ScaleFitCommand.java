package muster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Csv;
import muster.document.Text;
import muster.scaling.fit.FittedLaw;
import muster.scaling.fit.Form;
import muster.scaling.fit.LawFit;
import muster.scaling.fit.Objective;
import muster.scaling.fit.RunTable;
import muster.scaling.fit.Runs;
import muster.scaling.fit.TrainingRuns;
import muster.scenario.CatalogFit;
import muster.view.scaling.LawFitView;
import muster.view.scaling.LawYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster scale fit}: a law through a user's own runs. */
@Command(
        name = "fit",
        description =
                "Fits a law to training runs: variable projection with non-negative least squares, then Huber's loss of the logarithm; intervals by bootstrap.",
        mixinStandardHelpOptions = true)
final class ScaleFitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ScaleCommand scale;

    @Mixin
    private Progress progress = new Progress();

    @Parameters(
            paramLabel = "RUNS",
            description =
                    "A table in a file, as runs.csv, or training runs of the catalog, as sardana-47: parameters, tokens (or the training FLOP) and loss of each run.")
    private String source = "";

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description =
                    "Which column holds parameters, tokens, flop, loss or, in the form over-training, the error on tasks, as parameters='Model Size'; usual names are known.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--where", paramLabel = "NAME=VALUE", description = "Only rows with this value in this column.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Option(
            names = "--drop-highest",
            paramLabel = "K",
            description = "Leaves out the K highest losses, and what equals the last of them.")
    private int dropHighest;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "chinchilla (E + A/N^alpha + B/D^beta), or over-training (E + (a M^eta + b M^-eta) C^-eta, with the error at a loss); default ${DEFAULT-VALUE}.")
    private Form form = Form.CHINCHILLA;

    @Option(
            names = "--objective",
            paramLabel = "OBJECTIVE",
            description = "huber-log or squares; default ${DEFAULT-VALUE}.")
    private String objective = Objective.HUBER_LOG.toString();

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            description = "Refits of resampled runs for the intervals; default ${DEFAULT-VALUE}; 0 for none.")
    private int bootstrap = 1000;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the bootstrap; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the law that is written; default ${DEFAULT-VALUE}.")
    private String id = "my-law";

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description =
                    "Writes the law as an entry of a catalog, for --catalog; a file that is there is left as it is.")
    private @Nullable Path out;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        checkOut(problems);
        Shelf shelf = scale.shelf(problems);
        Optional<Runs> read = table(shelf, problems)
                .flatMap(csv -> new RunTable(columns, where, dropHighest).read(source, csv, problems));
        problems.orThrow();
        Runs runs = read.orElseThrow();
        LawFit fit = form.by(objective());
        fit.enough(runs, new Place(source, 1, 1), problems);
        problems.orThrow();
        FittedLaw law = fitted(fit, runs);
        List<CatalogFit> others = CatalogFit.all(shelf, fit.objective(), runs.kept(), problems);
        problems.orThrow();
        if (out != null) {
            WholeFile.write(out, LawYaml.of(id, law), problems);
            problems.orThrow();
        }
        format.print(
                new LawFitView(law, others, shelf.edition()), spec.commandLine().getOut());
        return Exit.GOOD;
    }

    private Objective objective() {
        for (Objective known : Objective.values()) {
            if (known.toString().equalsIgnoreCase(objective)) {
                return known;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--objective is huber-log or squares, not '%s'".formatted(objective));
    }

    private void checkOut(Problems problems) {
        if (bootstrap < 0 || dropHighest < 0) {
            throw new ParameterException(spec.commandLine(), "--bootstrap and --drop-highest are 0 or above");
        }
        if (columns.containsKey("error") && form != Form.OVER_TRAINING) {
            throw new ParameterException(
                    spec.commandLine(), "--column error goes with --form over-training, which has an error at a loss");
        }
        if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            problems.error(
                    "bad-id",
                    Place.argument("--id " + id),
                    "'%s' is not an id: lower-case letters, digits and hyphens".formatted(id));
        }
        if (out != null && Files.exists(out)) {
            problems.error(
                    "file-exists",
                    Place.argument(out.toString()),
                    "this file is there already and is left as it is. Maybe another name?");
        }
    }

    // An entry of the catalog, unless there is only a file of that name, or none of either and the name looks like one.
    private Optional<Csv> table(Shelf shelf, Problems problems) {
        boolean file = !shelf.ids(TrainingRuns.KIND).contains(source)
                && (source.contains(".") || source.contains("/") || Files.exists(Path.of(source)));
        return file
                ? Csv.read(Path.of(source), problems)
                : shelf.get(TrainingRuns.KIND, new Text(source, Place.argument(source)), problems)
                        .flatMap(runs -> runs.csv(problems));
    }

    private FittedLaw fitted(LawFit fit, Runs runs) {
        AtomicLong done = new AtomicLong();
        try (Progress.Line line =
                progress.of("bootstrap", bootstrap, spec.commandLine().getErr())) {
            return FittedLaw.of(fit, runs, bootstrap, seed, drawn -> line.accept(done.incrementAndGet()));
        }
    }
}
