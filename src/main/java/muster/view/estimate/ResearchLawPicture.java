package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.research.production.ResearchFigures;
import muster.scenario.EstimateByResearchLaw;
import muster.scenario.EstimateByResearchLaw.Researched;
import muster.trace.TraceStep;
import muster.unit.NumberText;
import muster.view.Picture;
import muster.view.figure.Cells;

/** The rate of research of a scenario under each law, from that of the laboratory on, by powers of ten. */
final class ResearchLawPicture {
    private static final double LABORATORY = 1;

    private ResearchLawPicture() {}

    /** The picture; nothing where a law gives no rate that powers of ten could show. */
    static Optional<Picture> of(EstimateByResearchLaw view) {
        List<Bars.Row> rows = new ArrayList<>();
        for (Researched law : view.researched()) {
            law.estimate()
                    .step(ResearchFigures.RATE)
                    .filter(rate -> rate.value() > 0)
                    .ifPresent(rate -> rows.add(row(law, rate)));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String samples = view.own()
                .sampling()
                .map(how -> "orange: 5th to 95th percentile of %s samples of seed %s"
                        .formatted(NumberText.rounded((double) how.samples(), 7), how.seed()))
                .orElse("");
        Bars bars = new Bars(
                "Rate of research under each law",
                Axis.log("rate over the laboratory's"),
                rows,
                List.of(LABORATORY),
                Stream.of(
                                "over " + view.laboratory().words(),
                                samples,
                                "muster estimate %s --laws; catalog %s"
                                        .formatted(
                                                view.own().scenario(),
                                                view.own().catalog()))
                        .filter(line -> !line.isEmpty())
                        .toList());
        return Optional.of(new Picture(view.own().scenario() + "-laws", bars.svg()));
    }

    private static Bars.Row row(Researched law, TraceStep rate) {
        String note = Cells.of(law.estimate(), rate);
        double middle =
                law.estimate().percentiles(rate).map(spread -> spread.p50()).orElse(rate.value());
        List<Bars.Bar> bars = new ArrayList<>();
        bars.add(new Bars.Bar(Math.min(LABORATORY, middle), Math.max(LABORATORY, middle), 0, note));
        law.estimate()
                .percentiles(rate)
                .filter(spread -> spread.p5() > 0 && spread.p95() > spread.p5())
                .ifPresent(spread -> bars.add(new Bars.Bar(spread.p5(), spread.p95(), 1, note)));
        return new Bars.Row("%s: %s".formatted(law.id(), note), bars);
    }
}
