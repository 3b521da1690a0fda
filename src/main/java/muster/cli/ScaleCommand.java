package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.report.EstimateTable;
import muster.report.Grid;
import muster.report.ScaleChart;
import muster.report.ScaleJson;
import muster.report.ScaleTable;
import muster.scaling.loss.LossLaw;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster scale}: parameters, tokens and loss for a training compute under each law. */
@Command(
        name = "scale",
        description = "Parameters, tokens and loss for a training compute, under each law side by side.",
        mixinStandardHelpOptions = true,
        subcommands = {ScaleFitCommand.class})
final class ScaleCommand implements Callable<Integer> {
    private static final List<String> DRAWN = List.of(
            "besiroglu",
            "tokens-per-parameter",
            "hoffmann-tex",
            "kaplan-2020",
            "llama-3",
            "deepseek-llm",
            "muennighoff");
    private static final int OCTAVES = 4;
    private static final int SMOOTH = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--compute",
            paramLabel = "FLOP",
            description = "The training compute, as 1.6e28 or '1.6e28 FLOP'; default that of the scenario.")
    private @Nullable String compute;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario whose training is sized; default ${DEFAULT-VALUE}.")
    private String scenario = "chinchilla-budget";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as training.law.ratio=40 token/parameter; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--law", paramLabel = "ID", description = "Only this law; may be repeated. Default: every law.")
    private List<String> laws = new ArrayList<>();

    @Option(names = "--explain", description = "With --law: every step with its expression and source.")
    private boolean explain;

    @Option(
            names = "--isoflop",
            description = "With a law that tells a loss: models of the same compute, smaller and larger than the best.")
    private boolean isoFlop;

    @Option(
            names = "--frontier",
            paramLabel = "LOW..HIGH",
            arity = "0..1",
            fallbackValue = "1e18..1e30",
            description = "The best model of each power of ten of compute; without bounds ${FALLBACK-VALUE} FLOP.")
    private @Nullable String frontier;

    @Option(
            names = "--chart",
            paramLabel = "FILE.svg",
            description = "Draws sizes over compute, or with --isoflop losses over sizes.")
    private @Nullable Path chart;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Output output = Output.TABLE;

    @Override
    public Integer call() {
        if (explain && laws.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--explain goes with --law, as --law besiroglu --explain");
        }
        if (isoFlop && frontier != null) {
            throw new ParameterException(spec.commandLine(), "--isoflop and --frontier are tables of their own");
        }
        Problems problems = new Problems();
        Shelf shelf = shelf(problems);
        problems.orThrow();
        Text id = new Text(scenario, Place.argument("--scenario " + scenario));
        List<Text> chosen = chosen(shelf);
        List<SizedByLaw> sized =
                SizedByLaw.all(shelf, id, settings(problems), chosen, sampling.sampling(spec), problems);
        problems.orThrow();
        String text = isoFlop ? isoFlop(sized.get(0)) : frontier != null ? frontier(sized) : laws(sized);
        if (chart != null) {
            WholeFile.write(chart, drawing(sized), problems);
            problems.orThrow();
        }
        spec.commandLine().getOut().print(text);
        return Exit.GOOD;
    }

    /** The catalog, also for the commands below this one. */
    Shelf shelf(Problems problems) {
        return catalog.shelf(problems);
    }

    private List<Text> chosen(Shelf shelf) {
        if (!laws.isEmpty()) {
            return laws.stream()
                    .map(law -> new Text(law, Place.argument("--law " + law)))
                    .toList();
        }
        return SizedByLaw.everyLaw(shelf);
    }

    private List<String> settings(Problems problems) {
        List<String> all = new ArrayList<>();
        if (compute != null) {
            flop("--compute", compute, problems).ifPresent(flop -> all.add("training.compute=" + flop));
        }
        all.addAll(settings);
        problems.orThrow();
        return all;
    }

    // A bare number is in FLOP: nothing else is meant here.
    private static Optional<Quantity> flop(String option, String text, Problems problems) {
        try {
            Quantity written = Quantity.parse(text.strip().matches("[-+0-9.eE]+") ? text.strip() + " FLOP" : text);
            double value = written.in("FLOP");
            if (value > 0) {
                return Optional.of(written);
            }
            problems.error("out-of-range", Place.argument(option + " " + text), "a compute is above 0");
        } catch (UnitSyntax | UnitMismatch e) {
            problems.error(
                    "not-a-quantity", Place.argument(option + " " + text), e.getMessage() + ". A compute is in FLOP");
        }
        return Optional.empty();
    }

    private String laws(List<SizedByLaw> sized) {
        String explained = explain
                ? sized.stream()
                        .map(SizedByLaw::estimate)
                        .map(EstimateTable::explain)
                        .collect(Collectors.joining())
                : "";
        Grid grid = ScaleTable.laws(sized);
        return switch (output) {
            case JSON -> ScaleJson.laws(sized);
            case CSV -> grid.csv();
            case MARKDOWN -> grid.markdown() + "\n" + notes(sized, "- ") + explained;
            case TABLE -> grid.text() + "\n" + notes(sized, "") + explained;
        };
    }

    private static String notes(List<SizedByLaw> sized, String bullet) {
        return ScaleTable.notes(sized).stream()
                .map(note -> bullet + note + "\n")
                .collect(Collectors.joining());
    }

    private String isoFlop(SizedByLaw law) {
        IsoFlop models = IsoFlop.of(law.id(), loss(law), law.flop(), OCTAVES, 1);
        String head = "%s: %s\n\n".formatted(law.id(), law.title());
        Grid grid = ScaleTable.isoFlop(models);
        return switch (output) {
            case JSON -> ScaleJson.isoFlop(List.of(law), models);
            case CSV -> grid.csv();
            case MARKDOWN -> head + grid.markdown();
            case TABLE -> head + grid.text();
        };
    }

    private LossLaw loss(SizedByLaw law) {
        return law.law()
                .loss()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--isoflop: the law '%s' tells no loss".formatted(law.id())));
    }

    private String frontier(List<SizedByLaw> sized) {
        List<Double> ends = ends();
        List<Double> computes = new ArrayList<>();
        for (double flop = ends.get(0); flop <= ends.get(1) * (1 + 1e-9); flop *= 10) {
            computes.add(flop);
        }
        Grid grid = ScaleTable.frontier(sized, computes);
        return switch (output) {
            case JSON -> ScaleJson.frontier(sized, computes);
            case CSV -> grid.csv();
            case MARKDOWN -> grid.markdown();
            case TABLE -> grid.text();
        };
    }

    private List<Double> ends() {
        String text = frontier == null ? "1e18..1e30" : frontier;
        String[] ends = text.split("\\.\\.", -1);
        Problems problems = new Problems();
        if (ends.length == 2) {
            Optional<Quantity> low = flop("--frontier", ends[0], problems);
            Optional<Quantity> high = flop("--frontier", ends[1], problems);
            problems.orThrow();
            double from = low.orElseThrow().base();
            double to = high.orElseThrow().base();
            if (from < to && to / from <= 1e60) {
                return List.of(from, to);
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--frontier is LOW..HIGH, as 1e20..1e28, and LOW is below HIGH");
    }

    private String drawing(List<SizedByLaw> sized) {
        if (isoFlop) {
            SizedByLaw law = sized.get(0);
            List<IsoFlop> profiles = new ArrayList<>();
            for (double part = 1e-3; part <= 1; part *= 10) {
                profiles.add(IsoFlop.of(law.id(), loss(law), law.flop() * part, OCTAVES, SMOOTH));
            }
            return ScaleChart.isoFlop(profiles);
        }
        List<SizedByLaw> drawn = laws.isEmpty()
                ? sized.stream().filter(law -> DRAWN.contains(law.id())).toList()
                : sized;
        double flop = sized.get(0).flop();
        return frontier == null
                ? ScaleChart.frontier(drawn, Math.min(1e18, flop / 1e3), Math.max(1e28, flop * 100))
                : ScaleChart.frontier(drawn, ends().get(0), ends().get(1));
    }
}
