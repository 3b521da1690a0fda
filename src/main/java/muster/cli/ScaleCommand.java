package muster.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.cli.option.ChartOption;
import muster.cli.option.ExplainOption;
import muster.cli.option.FormatOption;
import muster.cli.option.ScaleOptions;
import muster.diagnostic.Problems;
import muster.scaling.ComputeRange;
import muster.scaling.law.FitDomain;
import muster.scaling.loss.LossSurface;
import muster.scenario.EstimateByLaw;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.view.View;
import muster.view.scaling.IsoFlopView;
import muster.view.scaling.MoeView;
import muster.view.scaling.ScaleFrontierView;
import muster.view.scaling.ScaleLine;
import muster.view.scaling.ScaleView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster scale}: parameters, tokens and loss for a training compute under each law. */
@Command(
        name = "scale",
        description = "Parameters, tokens and loss for a training compute, under each law side by side.",
        mixinStandardHelpOptions = true,
        subcommands = {ScaleFitCommand.class})
final class ScaleCommand extends CatalogResultCommand {
    @Mixin
    private ScaleOptions asked = new ScaleOptions();

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Option(
            names = "--beyond",
            paramLabel = "FACTOR",
            description =
                    "Laws asked more than so many times outside the models that they were fitted on stand below a line; default ${DEFAULT-VALUE}.")
    private double beyond = FitDomain.FAR;

    @Mixin
    private ChartOption chart = new ChartOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    void checkOptions() {
        if (!(beyond >= 1)) {
            throw usage("--beyond is how many times outside, 1 or more, as --beyond 100");
        }
        if (explain.wanted() && !asked.named()) {
            throw usage("--explain goes with --law, as --law besiroglu --explain");
        }
        if (Stream.of(asked.isoFlop(), asked.frontier(), asked.shape(), asked.moe())
                        .filter(wanted -> wanted)
                        .count()
                > 1) {
            throw usage("--isoflop, --frontier, --shape and --moe are tables of their own");
        }
        if (asked.moe() && chart.wanted()) {
            throw usage("--moe is a table; --chart draws the others");
        }
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        Optional<ComputeRange> range = asked.range(problems);
        problems.orThrow();
        if (asked.moe()) {
            format.print(new MoeView(asked.readings(catalog, problems)), out());
            return ExitStatus.GOOD;
        }
        EstimateByLaw sized = asked.sized(catalog, problems);
        View view = view(sized, range);
        chart.write(() -> drawing(sized.sized(), range), problems);
        problems.orThrow();
        format.print(view, out());
        return ExitStatus.GOOD;
    }

    private View view(EstimateByLaw sized, Optional<ComputeRange> range) {
        if (asked.isoFlop()) {
            SizedByLaw law = sized.sized().get(0);
            return new IsoFlopView(law, IsoFlop.of(law.id(), loss(law), law.flop(), ScaleDrawing.OCTAVES, 1));
        }
        return range.<View>map(computes -> new ScaleFrontierView(sized.sized(), computes.decades()))
                .orElseGet(() -> new ScaleView(new ScaleLine(sized, beyond), asked.shape(), explain.wanted()));
    }

    private LossSurface loss(SizedByLaw law) {
        return law.law().loss().orElseThrow(() -> usage("--isoflop: the law '%s' tells no loss".formatted(law.id())));
    }

    private String drawing(List<SizedByLaw> sized, Optional<ComputeRange> range) {
        SizedByLaw first = sized.get(0);
        return asked.isoFlop()
                ? ScaleDrawing.isoFlop(first, loss(first))
                : ScaleDrawing.frontier(sized, asked.named(), range);
    }
}
