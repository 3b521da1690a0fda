package muster.view.estimate;

import java.util.List;
import muster.diagnostic.Place;
import muster.scenario.Estimate;
import muster.trace.Curve;
import muster.trace.TraceStep;
import muster.uncertainty.Source;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.WarningData;
import muster.view.serving.AttainmentData;

/** An estimate in the schema {@code estimate/v2}; docs/estimate.md describes it. */
final class EstimateData {
    private EstimateData() {}

    /** An estimate below the head of a document, which is that of the first. */
    static Data of(Estimate estimate, Estimate first) {
        Fields fields = head(estimate, first)
                .texts("basis", estimate.basis())
                .array(
                        "warnings",
                        estimate.warnings().stream().map(WarningData::of).toList())
                .put("quantities", quantities(estimate))
                .array(
                        "steps",
                        estimate.steps().stream().map(EstimateData::step).toList())
                .arrayOrNone(
                        "curves",
                        estimate.curves().stream()
                                .map(curve -> curve(estimate, curve))
                                .toList());
        return fields.put("attainment", estimate.attainment().map(AttainmentData::of))
                .build();
    }

    /** The scenario, and what it has of its own beside the head of a document. */
    static Fields head(Estimate estimate, Estimate first) {
        Fields fields = new Fields().text("scenario", estimate.scenario());
        DataDocument.ownCatalog(fields, first.catalog(), estimate.catalog());
        return DataDocument.ownSamples(fields, first.sampling(), estimate.sampling());
    }

    private static Data quantities(Estimate estimate) {
        Fields quantities = new Fields();
        estimate.steps().stream()
                .filter(step -> step.kind() != TraceStep.Kind.CONSTANT)
                .forEach(step -> quantities.put(step.name(), quantity(estimate, step)));
        return quantities.build();
    }

    /** A figure with its unit, and its percentiles where it was sampled. */
    static Data quantity(Estimate estimate, TraceStep step) {
        Fields fields = new Fields().number("value", step.value()).text("unit", step.unit());
        estimate.percentiles(step).ifPresent(spread -> fields.percentiles(spread));
        return fields.put(
                        "standard_errors",
                        estimate.errors(step)
                                .map(errors -> new Fields().percentiles(errors).build()))
                .build();
    }

    private static Data step(TraceStep step) {
        Fields fields = new Fields()
                .text("name", step.name())
                .text("symbol", step.symbol())
                .text("kind", step.kind().toString())
                .number("value", step.value())
                .text("unit", step.unit());
        if (!step.expression().isEmpty()) {
            fields.text("expression", step.expression());
        }
        fields.arrayOrNone("checks", step.checks().stream().map(Data::text).toList());
        step.source().ifPresent(source -> source(fields, source));
        step.place().ifPresent(place -> place(fields, place));
        return fields.build();
    }

    private static Data curve(Estimate estimate, Curve curve) {
        List<Data> points = curve.points().stream()
                .<Data>map(point -> {
                    Fields fields = new Fields().number("at", point.at()).number("value", point.value());
                    estimate.percentiles(curve, point).ifPresent(spread -> fields.percentiles(spread));
                    return fields.build();
                })
                .toList();
        return new Fields()
                .text("name", curve.name())
                .text("by", curve.by())
                .text("unit", curve.unit())
                .array("points", points)
                .build();
    }

    /** The title, the tier and the evidence of a source. */
    static Fields source(Fields fields, Source source) {
        return fields.text("source", source.title())
                .text("tier", source.tier().toString())
                .text("evidence", source.evidence().toString());
    }

    private static Fields place(Fields fields, Place place) {
        fields.text("file", place.file());
        return place.onCommandLine() ? fields : fields.count("line", place.line());
    }
}
