package muster.view.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.inference.serving.InferenceFigures;
import muster.scenario.ComparisonResult;
import muster.technique.Design;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.ServedDesign;
import muster.technique.comparison.TechniqueStack;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;
import muster.view.figure.Cells;

/**
 * Techniques beside a base: gains, over ranges as well, what goes together and why, reasons and sources; a part for each
 * scenario.
 *
 * @param all the comparisons, one or more
 */
public record CompareView(List<ComparisonResult> all) implements View {
    static final int DIGITS = 3;
    private static final double MILLION = 1e6;
    private static final String THROUGHPUT = InferenceFigures.THROUGHPUT;
    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12);
    private static final List<String> HEAD = List.of(
            "techniques",
            "token/s",
            "gain",
            "equal budget",
            "fastest stream",
            "work",
            "same weights",
            "replica",
            "model",
            "training FLOP",
            "break-even tokens",
            "USD/Mtoken",
            "J/token",
            "quality");

    public CompareView {
        all = List.copyOf(all);
    }

    @Override
    public String title() {
        return all.stream().map(ComparisonResult::scenario).collect(Collectors.joining(", ", "muster compare ", ""));
    }

    @Override
    public Data data() {
        return CompareData.of(all);
    }

    @Override
    public List<Section> sections(Medium medium) {
        return all.stream().flatMap(CompareView::sections).toList();
    }

    private static Stream<Section> sections(ComparisonResult compared) {
        Stream<Section> ranges = CompareRange.of(compared).entrySet().stream()
                .map(range -> Chapter.captioned(range.getKey(), range.getValue()));
        Stream<Section> notes = CompareNotes.of(compared).entrySet().stream()
                .map(part -> Chapter.captioned(part.getKey(), Notes.of(part.getValue())));
        Section title = Paragraph.of(Words.NONE.strong(title(compared)));
        return Stream.of(Stream.of(title, grid(compared)), ranges, notes).flatMap(part -> part);
    }

    static String title(ComparisonResult compared) {
        return "%s: techniques at equal loss".formatted(compared.scenario());
    }

    /** The rows in order: the base, each alone, all together, and all but each where one set goes together. */
    static List<ComparisonRow> rows(ComparisonResult compared) {
        List<TechniqueStack> stacks = compared.comparison().stacks();
        return Stream.of(
                        Stream.of(compared.comparison().base()),
                        compared.comparison().alone().stream(),
                        stacks.stream().map(TechniqueStack::all),
                        stacks.size() == 1 ? allButEach(stacks.get(0)) : Stream.<ComparisonRow>empty())
                .flatMap(rows -> rows)
                .distinct()
                .toList();
    }

    // Of two techniques, all but one is the other alone.
    private static Stream<ComparisonRow> allButEach(TechniqueStack stack) {
        return stack.without().stream().filter(row -> row.techniques().size() > 1);
    }

    /** The name of a row, with the mark of a technique that the base has. */
    static String name(ComparisonRow row) {
        return row.inBase() ? row.name() + " (in the base)" : row.name();
    }

    private static Grid grid(ComparisonResult compared) {
        return Grid.of(HEAD, rows(compared).stream().map(CompareView::cells).toList(), NUMBERS);
    }

    private static List<String> cells(ComparisonRow row) {
        DesignResult equal = row.equalLoss();
        return List.of(
                name(row),
                equal.outcome().map(CompareView::throughput).orElse("-"),
                gain(row.throughputGain(equal), equal, THROUGHPUT),
                times(row.budgetGain()),
                times(row.speedGain(equal)),
                gain(row.gain(equal, ComparisonResult.WORK), equal, ComparisonResult.WORK),
                gain(row.throughputGain(row.sameWeights()), row.sameWeights(), THROUGHPUT),
                equal.outcome()
                        .map(outcome -> NumberText.rounded(outcome.chips(), DIGITS)
                                + (outcome.limits().isEmpty() ? "" : " (limit)"))
                        .orElse("-"),
                equal.outcome().map(CompareView::model).orElse("-"),
                equal.design()
                        .map(Design::trainingFlop)
                        .filter(OptionalDouble::isPresent)
                        .map(flop -> NumberText.rounded(flop.getAsDouble(), DIGITS))
                        .orElse("-"),
                row.techniques().isEmpty() ? "" : tokens(row.breakEvenTokens()),
                perToken(equal, outcome -> outcome.perToken().usd(), MILLION),
                perToken(equal, outcome -> outcome.perToken().joules(), 1),
                standing(row));
    }

    private static String perToken(DesignResult result, Function<ServedDesign, OptionalDouble> what, double tokens) {
        return result.outcome()
                .map(what)
                .filter(OptionalDouble::isPresent)
                .map(cost -> NumberText.rounded(tokens * cost.getAsDouble(), DIGITS))
                .orElse("-");
    }

    private static String gain(OptionalDouble central, DesignResult result, String figure) {
        return result.outcome()
                .map(outcome -> outcome.gains().get(figure))
                .filter(spread -> spread.p5() < spread.p95())
                .map(spread -> "%s [%s, %s]".formatted(times(spread.p50()), times(spread.p5()), times(spread.p95())))
                .orElseGet(() -> times(central));
    }

    private static String throughput(ServedDesign outcome) {
        Percentiles spread = outcome.percentiles().get(THROUGHPUT);
        return spread == null || spread.p5() == spread.p95()
                ? NumberText.rounded(outcome.throughput(), DIGITS)
                : Cells.interval(spread);
    }

    private static String model(ServedDesign outcome) {
        double all = outcome.shape().parameters();
        double active = outcome.shape().activeParameters() + outcome.shape().embedding();
        return active < 0.99 * all
                ? "%s of %s".formatted(NumberText.rounded(active, DIGITS), NumberText.rounded(all, DIGITS))
                : NumberText.rounded(all, DIGITS);
    }

    static String times(OptionalDouble gain) {
        return gain.isPresent() ? times(gain.getAsDouble()) : "-";
    }

    // A gain over nothing knows no bound.
    private static String times(double gain) {
        return Double.isInfinite(gain) ? "no bound" : NumberText.rounded(gain, DIGITS) + "x";
    }

    private static String tokens(OptionalDouble tokens) {
        return tokens.isEmpty()
                ? "-"
                : Double.isInfinite(tokens.getAsDouble())
                        ? "never"
                        : tokens.getAsDouble() == 0 ? "at once" : NumberText.rounded(tokens.getAsDouble(), DIGITS);
    }

    private static String standing(ComparisonRow row) {
        return String.join(
                ", ",
                row.techniques().stream()
                        .map(technique -> technique.standing().toString())
                        .distinct()
                        .toList());
    }

    /** A row for each set of techniques, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        all.forEach(compared -> rows(compared).forEach(row -> rows.add(exact(compared, row))));
        return Grid.of(
                List.of(
                        "scenario",
                        "techniques",
                        "throughput",
                        "throughput_gain",
                        "speed_gain",
                        "work_gain",
                        "no_equal_loss_because",
                        "same_weights_gain",
                        "no_same_weights_because",
                        "parameters",
                        "active_parameters",
                        "extra_training_flop",
                        "break_even_tokens",
                        "quality",
                        "catalog",
                        "in_base",
                        "budget_gain",
                        "training_flop",
                        "usd_per_million_tokens",
                        "joules_per_token"),
                rows,
                Set.of());
    }

    private static List<String> exact(ComparisonResult compared, ComparisonRow row) {
        DesignResult equal = row.equalLoss();
        return List.of(
                compared.scenario(),
                row.name(),
                equal.outcome()
                        .map(outcome -> NumberText.exact(outcome.throughput()))
                        .orElse(""),
                exact(row.throughputGain(equal)),
                exact(row.speedGain(equal)),
                exact(row.gain(equal, ComparisonResult.WORK)),
                equal.refusal(),
                exact(row.throughputGain(row.sameWeights())),
                row.sameWeights().refusal(),
                equal.outcome()
                        .map(outcome -> NumberText.exact(outcome.shape().parameters()))
                        .orElse(""),
                equal.outcome()
                        .map(outcome -> NumberText.exact(outcome.shape().activeParameters()))
                        .orElse(""),
                exact(row.extraFlop()),
                exact(row.breakEvenTokens()),
                standing(row),
                compared.catalog().hash(),
                String.valueOf(row.inBase()),
                exact(row.budgetGain()),
                exact(equal.design().map(Design::trainingFlop).orElse(OptionalDouble.empty())),
                equal.outcome()
                        .map(outcome -> exact(million(outcome.perToken().usd())))
                        .orElse(""),
                equal.outcome()
                        .map(outcome -> exact(outcome.perToken().joules()))
                        .orElse(""));
    }

    static OptionalDouble million(OptionalDouble cost) {
        return cost.isPresent() ? OptionalDouble.of(MILLION * cost.getAsDouble()) : cost;
    }

    private static String exact(OptionalDouble number) {
        return number.isEmpty()
                ? ""
                : Double.isInfinite(number.getAsDouble()) ? "never" : NumberText.exact(number.getAsDouble());
    }
}
