package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.report.EstimateTable;
import muster.report.Grid;
import muster.report.MoeTable;
import muster.report.ScaleJson;
import muster.report.ScaleLine;
import muster.report.ScaleTable;
import muster.scaling.ComputeRange;
import muster.scaling.Domain;
import muster.scaling.loss.LossLaw;
import muster.scenario.ByLaw;
import muster.scenario.IsoFlop;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
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
    private double beyond = Domain.FAR;

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
    int run(Shelf shelf, Problems problems) {
        Optional<ComputeRange> range = asked.range(problems);
        problems.orThrow();
        if (asked.moe()) {
            print(moe(asked.readings(shelf, problems)));
            return Exit.GOOD;
        }
        ByLaw sized = asked.sized(shelf, problems);
        String text = asked.isoFlop()
                ? isoFlop(sized.sized().get(0))
                : range.map(computes -> frontier(sized.sized(), computes)).orElseGet(() -> laws(sized));
        chart.write(() -> drawing(sized.sized(), range), problems);
        problems.orThrow();
        print(text);
        return Exit.GOOD;
    }

    private String moe(MoeReadings readings) {
        Grid grid = MoeTable.grid(readings);
        return switch (format.output()) {
            case JSON -> ScaleJson.moe(readings);
            case CSV -> grid.csv();
            case MARKDOWN -> grid.markdown() + "\n" + lines(MoeTable.notes(readings), "- ");
            case TABLE -> grid.text() + "\n" + lines(MoeTable.notes(readings), "");
        };
    }

    private String laws(ByLaw sized) {
        String explained = explain.wanted()
                ? sized.sized().stream()
                        .map(SizedByLaw::estimate)
                        .map(EstimateTable::explain)
                        .collect(Collectors.joining())
                : "";
        ScaleLine line = new ScaleLine(sized, beyond);
        Grid grid = asked.shape() ? ScaleTable.shapes(line.laws()) : ScaleTable.laws(line.laws());
        List<String> notes = new ArrayList<>(asked.shape() ? ScaleTable.shapeNotes(sized) : ScaleTable.notes(sized));
        notes.add(line.note());
        return switch (format.output()) {
            case JSON -> ScaleJson.laws(line);
            case CSV -> line.csv(grid);
            case MARKDOWN -> line.markdown(grid) + "\n" + lines(notes, "- ") + explained;
            case TABLE -> line.text(grid) + "\n" + lines(notes, "") + explained;
        };
    }

    private static String lines(List<String> notes, String bullet) {
        return notes.stream().map(note -> bullet + note + "\n").collect(Collectors.joining());
    }

    private String isoFlop(SizedByLaw law) {
        IsoFlop models = IsoFlop.of(law.id(), loss(law), law.flop(), ScaleDrawing.OCTAVES, 1);
        String head = "%s: %s\n\n".formatted(law.id(), law.title());
        Grid grid = ScaleTable.isoFlop(models);
        return switch (format.output()) {
            case JSON -> ScaleJson.isoFlop(List.of(law), models);
            case CSV -> grid.csv();
            case MARKDOWN -> head + grid.markdown();
            case TABLE -> head + grid.text();
        };
    }

    private LossLaw loss(SizedByLaw law) {
        return law.law().loss().orElseThrow(() -> usage("--isoflop: the law '%s' tells no loss".formatted(law.id())));
    }

    private String frontier(List<SizedByLaw> sized, ComputeRange range) {
        List<Double> computes = range.decades();
        Grid grid = ScaleTable.frontier(sized, computes);
        return switch (format.output()) {
            case JSON -> ScaleJson.frontier(sized, computes);
            case CSV -> grid.csv();
            case MARKDOWN -> grid.markdown();
            case TABLE -> grid.text();
        };
    }

    private String drawing(List<SizedByLaw> sized, Optional<ComputeRange> range) {
        SizedByLaw first = sized.get(0);
        return asked.isoFlop()
                ? ScaleDrawing.isoFlop(first, loss(first))
                : ScaleDrawing.frontier(sized, asked.named(), range);
    }
}
