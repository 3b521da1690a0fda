package muster.view.estimate;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.chart.Chart;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;
import muster.inference.serving.Attainment;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Picture;
import muster.view.figure.Cells;
import muster.view.serving.TokenTimePicture;
import muster.workforce.LeadFigures;
import muster.workforce.WorkforceFigures;

/** The charts of an estimate. */
final class Pictures {
    private static final String HEADS = WorkforceFigures.PARALLEL_RESEARCHERS;
    private static final String WORK = WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH;
    private static final String COMPARED = WorkforceFigures.COMPARED;
    private static final String UNIT = "researcher-months";
    private static final double WIDE = 100;
    private static final int WHOLE = 9;
    private static final String PEOPLE = ".people";

    private Pictures() {}

    /**
     * The charts, each with what it was computed from written below it, so that it can be shown elsewhere.
     *
     * @param estimate the estimate
     * @param attainment what its fleet can serve, where it must serve at a speed
     */
    static List<Picture> of(Estimate estimate, Optional<Attainment> attainment) {
        String samples = estimate.sampling()
                .map(how ->
                        ", %s samples of seed %s".formatted(NumberText.rounded((double) how.samples(), 7), how.seed()))
                .orElse("");
        List<String> notes = List.of(provenance(estimate, samples));
        List<String> central = List.of(provenance(estimate, samples.isEmpty() ? "" : ", central values of the inputs"));
        List<String> svg = new ArrayList<>();
        headcounts(estimate, notes).ifPresent(bars -> svg.add(bars.svg()));
        FleetPicture.of(estimate, central).ifPresent(bars -> svg.add(bars.svg()));
        SpreadPicture.of(estimate, notes).ifPresent(bars -> svg.add(bars.svg()));
        attainment.flatMap(served -> TokenTimePicture.of(served, central)).ifPresent(bars -> svg.add(bars.svg()));
        curve(estimate, LeadFigures.CUMULATIVE, "Researcher-months of the lead, so far", "months from now", notes)
                .ifPresent(chart -> svg.add(chart.svg()));
        curve(
                        estimate,
                        LeadFigures.WORTH_BY_LENGTH,
                        "What the last month of a lead adds",
                        "length of the lead (months)",
                        notes)
                .ifPresent(chart -> svg.add(chart.svg()));
        return IntStream.range(0, svg.size())
                .mapToObj(i -> new Picture(estimate.scenario() + "-" + (i + 1), svg.get(i)))
                .toList();
    }

    private static String provenance(Estimate estimate, String inputs) {
        String changes = estimate.settings().isEmpty()
                ? ""
                : ", inputs changed: " + estimate.settings().size();
        return "muster estimate %s%s%s; catalog %s".formatted(estimate.scenario(), changes, inputs, estimate.catalog());
    }

    private static Optional<Chart> curve(Estimate estimate, String name, String title, String by, List<String> notes) {
        return estimate.curve(name).map(curve -> {
            List<ChartSeries> series = new ArrayList<>();
            boolean open = curve.points().stream()
                    .flatMap(point -> estimate.percentiles(curve, point).stream())
                    .anyMatch(spread -> spread.p5() != spread.p95());
            if (open) {
                series.add(new ChartSeries.Band(
                        "5th to 95th percentile",
                        points(estimate, curve, Percentiles::p5),
                        points(estimate, curve, Percentiles::p95),
                        false));
            }
            series.add(new ChartSeries.Line(
                    open ? "median" : "", open ? points(estimate, curve, Percentiles::p50) : central(curve), false));
            return new Chart(title, Axis.linear(by), axis(series), series, notes);
        });
    }

    // By powers of ten where a linear axis would press the median to the ground.
    private static Axis axis(List<ChartSeries> series) {
        DoubleSummaryStatistics range = series.stream()
                .flatMap(ChartSeries::points)
                .mapToDouble(ChartPoint::y)
                .summaryStatistics();
        return range.getMin() > 0 && range.getMax() > WIDE * range.getMin() ? Axis.log(UNIT) : Axis.fromZero(UNIT);
    }

    private static List<ChartPoint> points(Estimate estimate, Curve curve, ToDoubleFunction<Percentiles> percentile) {
        return curve.points().stream()
                .flatMap(point -> estimate.percentiles(curve, point).stream()
                        .map(spread -> ChartPoint.of(point.at(), percentile.applyAsDouble(spread))))
                .toList();
    }

    private static List<ChartPoint> central(Curve curve) {
        return curve.points().stream()
                .map(point -> ChartPoint.of(point.at(), point.value()))
                .toList();
    }

    // Parallel researchers beside numbers of real people, on an axis of powers of ten.
    private static Optional<Bars> headcounts(Estimate estimate, List<String> notes) {
        List<TraceStep> people = estimate.steps().stream()
                .filter(step -> step.name().startsWith(COMPARED) && step.name().endsWith(PEOPLE))
                .toList();
        Optional<TraceStep> heads = estimate.step(HEADS).filter(step -> step.value() > 0);
        if (heads.isEmpty() || people.isEmpty()) {
            return Optional.empty();
        }
        double least = Math.min(
                heads.get().value(),
                people.stream().mapToDouble(TraceStep::value).min().orElseThrow());
        double from = Math.pow(10, Math.floor(Math.log10(least)) - 1);
        List<Bars.Row> rows = new ArrayList<>();
        rows.addAll(own("parallel researchers", estimate, heads.get(), from));
        // A person does a researcher-month a month, so that work is a number of people on the same axis.
        estimate.step(WORK)
                .filter(step -> step.value() > from)
                .ifPresent(step -> rows.addAll(own("people who would do their work", estimate, step, from)));
        people.forEach(step -> rows.add(row(
                step.name().substring(COMPARED.length(), step.name().length() - PEOPLE.length()),
                from,
                step.value(),
                0,
                NumberText.rounded(step.value(), WHOLE))));
        return Optional.of(
                new Bars("Parallel researchers beside numbers of people", Axis.log("people"), rows, List.of(), notes));
    }

    private static List<Bars.Row> own(String name, Estimate estimate, TraceStep step, double from) {
        List<Bars.Row> rows = new ArrayList<>();
        String cell = Cells.of(estimate, step);
        Optional<Percentiles> open =
                estimate.percentiles(step).filter(spread -> spread.p5() > from && spread.p95() > spread.p5());
        rows.add(row(name, from, open.map(Percentiles::p50).orElse(step.value()), 1, cell));
        open.ifPresent(spread -> rows.add(
                new Bars.Row("5th to 95th percentile", List.of(new Bars.Bar(spread.p5(), spread.p95(), 1, cell)))));
        return rows;
    }

    private static Bars.Row row(String name, double from, double to, int colour, String note) {
        return new Bars.Row(name + ": " + note, List.of(new Bars.Bar(from, to, colour, note)));
    }
}
