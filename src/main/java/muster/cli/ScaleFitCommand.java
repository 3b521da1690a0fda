package muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.cli.option.Arguments;
import muster.cli.option.FormatOption;
import muster.cli.option.OutputTarget;
import muster.cli.option.ProgressMeter;
import muster.cli.option.SeedOption;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Keywords;
import muster.document.yaml.Text;
import muster.scaling.fit.FitRuns;
import muster.scaling.fit.FittedLaw;
import muster.scaling.fit.LawFit;
import muster.scaling.fit.LawForm;
import muster.scaling.fit.Objective;
import muster.scaling.fit.PublishedRuns;
import muster.scaling.fit.RunTable;
import muster.scenario.CatalogFit;
import muster.view.scaling.LawFitView;
import muster.view.scaling.LawYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster scale fit}: a law through a user's own runs. */
@Command(
        name = "fit",
        description =
                "Fits a law to training runs: variable projection with non-negative least squares, then Huber's loss of the logarithm; intervals by bootstrap.",
        mixinStandardHelpOptions = true)
final class ScaleFitCommand extends ResultCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ScaleCommand scale;

    @Mixin
    private ProgressMeter progress = new ProgressMeter();

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
    private LawForm form = LawForm.CHINCHILLA;

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

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the law that is written; default ${DEFAULT-VALUE}.")
    private String id = "my-law";

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description =
                    "Writes the law as an entry of a catalog, for --catalog; a file that is there is left as it is; - is standard output.")
    private @Nullable OutputTarget out;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    Catalog catalog(Problems problems) {
        return scale.catalog(problems);
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        checkOut(problems);
        Optional<Objective> goal = Keywords.of(Arguments.text("--objective", objective), Objective.values(), problems);
        Optional<FitRuns> read = PublishedRuns.find(new Text(source, Place.argument(source)), catalog, problems)
                .flatMap(csv -> new RunTable(columns, where, dropHighest).read(source, csv, problems));
        problems.orThrow();
        FitRuns runs = read.orElseThrow();
        LawFit fit = form.by(goal.orElseThrow());
        fit.enough(runs, new Place(source, 1, 1), problems);
        problems.orThrow();
        FittedLaw law = fitted(fit, runs);
        List<CatalogFit> others = CatalogFit.all(catalog, fit.objective(), runs.kept(), problems);
        problems.orThrow();
        if (out != null) {
            out.write(LawYaml.of(id, law), problems);
            problems.orThrow();
        }
        format.print(new LawFitView(law, others, catalog.edition()), out());
        return ExitStatus.GOOD;
    }

    @Override
    void checkOptions() {
        if (bootstrap < 0 || dropHighest < 0) {
            throw usage("--bootstrap and --drop-highest are 0 or above");
        }
        if (columns.containsKey("error") && form != LawForm.OVER_TRAINING) {
            throw usage("--column error goes with --form over-training, which has an error at a loss");
        }
    }

    private void checkOut(Problems problems) {
        Entry.checkId(Arguments.text("--id", id), problems);
        if (out != null && out.exists()) {
            problems.error(
                    "file-exists",
                    Place.argument(out.toString()),
                    "this file is there already and is left as it is. Maybe another name?");
        }
    }

    private FittedLaw fitted(LawFit fit, FitRuns runs) {
        AtomicLong done = new AtomicLong();
        try (ProgressMeter.Line line = progress.of("bootstrap", bootstrap, err())) {
            return FittedLaw.of(fit, runs, bootstrap, seed.seed(), drawn -> line.accept(done.incrementAndGet()));
        }
    }
}
