package muster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scaling.Domain;
import muster.scaling.loss.LossLaw;
import muster.scenario.ByLaw;
import muster.scenario.IsoFlop;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import muster.view.View;
import muster.view.scaling.IsoFlopView;
import muster.view.scaling.MoeView;
import muster.view.scaling.ScaleChart;
import muster.view.scaling.ScaleFrontierView;
import muster.view.scaling.ScaleLine;
import muster.view.scaling.ScaleView;
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
            names = "--shape",
            description = "Layers, width and heads of each model, its exact count, and the exact FLOP of its training.")
    private boolean shape;

    @Option(
            names = "--moe",
            paramLabel = "EXPERTS/ACTIVE",
            description =
                    "Experts in the place of the dense model, as 128/8, or 256/8+1 with a shared one: at the same total, the same compute and the same loss.")
    private @Nullable String moe;

    @Option(
            names = "--beyond",
            paramLabel = "FACTOR",
            description =
                    "Laws asked more than so many times outside the models that they were fitted on stand below a line; default ${DEFAULT-VALUE}.")
    private double beyond = Domain.FAR;

    @Option(
            names = "--chart",
            paramLabel = "FILE.svg",
            description = "Draws sizes over compute, or with --isoflop losses over sizes.")
    private @Nullable Path chart;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        checkOptions();
        Problems problems = new Problems();
        Shelf shelf = shelf(problems);
        problems.orThrow();
        Text id = new Text(scenario, Place.argument("--scenario " + scenario));
        List<String> changes = settings(problems);
        PrintWriter out = spec.commandLine().getOut();
        if (moe != null) {
            MoeReadings readings = MoeReadings.of(
                    shelf, id, changes, chosen().get(0), Experts.written(spec, moe), sampling.sampling(spec), problems);
            problems.orThrow();
            format.print(new MoeView(readings), out);
            return Exit.GOOD;
        }
        ByLaw sized = laws.isEmpty() && !isoFlop
                ? ByLaw.every(shelf, id, changes, sampling.sampling(spec), problems)
                : ByLaw.chosen(shelf, id, changes, chosen(), sampling.sampling(spec), problems);
        problems.orThrow();
        View view = view(sized);
        if (chart != null) {
            WholeFile.write(chart, drawing(sized.sized()), problems);
            problems.orThrow();
        }
        format.print(view, out);
        return Exit.GOOD;
    }

    private View view(ByLaw sized) {
        if (isoFlop) {
            SizedByLaw law = sized.sized().get(0);
            return new IsoFlopView(law, IsoFlop.of(law.id(), loss(law), law.flop(), OCTAVES, 1));
        }
        return frontier == null
                ? new ScaleView(new ScaleLine(sized, beyond), shape, explain)
                : new ScaleFrontierView(sized.sized(), Computes.decades(Computes.ends(spec, "--frontier", frontier)));
    }

    private void checkOptions() {
        if (!(beyond >= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--beyond is how many times outside, 1 or more, as --beyond 100");
        }
        if (explain && laws.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--explain goes with --law, as --law besiroglu --explain");
        }
        if (Stream.of(isoFlop, frontier != null, shape, moe != null)
                        .filter(wanted -> wanted)
                        .count()
                > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--isoflop, --frontier, --shape and --moe are tables of their own");
        }
        if (moe != null && chart != null) {
            throw new ParameterException(spec.commandLine(), "--moe is a table; --chart draws the others");
        }
    }

    /** The catalog, also for the commands below this one. */
    Shelf shelf(Problems problems) {
        return catalog.shelf(problems);
    }

    // The laws that are named, else the default.
    private List<Text> chosen() {
        List<String> named = laws.isEmpty() ? List.of(SizedByLaw.DEFAULT) : laws;
        return named.stream()
                .map(law -> new Text(law, Place.argument("--law " + law)))
                .toList();
    }

    private List<String> settings(Problems problems) {
        List<String> all = new ArrayList<>();
        if (shape) {
            all.add("training.shape={}");
        }
        if (compute != null) {
            Computes.flop("--compute", compute, problems).ifPresent(flop -> all.add("training.compute=" + flop));
        }
        all.addAll(settings);
        problems.orThrow();
        return all;
    }

    private LossLaw loss(SizedByLaw law) {
        return law.law()
                .loss()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--isoflop: the law '%s' tells no loss".formatted(law.id())));
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
        List<Double> ends = frontier == null
                ? List.of(Math.min(1e18, flop / 1e3), Math.max(1e28, flop * 100))
                : Computes.ends(spec, "--frontier", frontier);
        return ScaleChart.frontier(drawn, ends.get(0), ends.get(1));
    }
}
