package muster.view.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.model.ModelFigures;
import muster.scaling.law.TrainingFigures;
import muster.scaling.loss.Optimum;
import muster.scenario.Estimate;
import muster.scenario.EstimateByLaw;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.figure.Cells;

/** A training compute under each law, and tables of a single law, as grids and with what must be said beside them. */
final class ScaleTable {
    private static final int DIGITS = 4;
    private static final int LOSS_DIGITS = 5;
    private static final List<String> BESIDE = List.of(
            "losses of different laws are of different texts and tokenizers: compare them within a law only",
            "out of fit: how many times the model lies beyond the models that the law was fitted on; '?' where no source tells them");

    private static final List<String> BESIDE_SHAPES = List.of(
            "counted: embedding and output layer, norms and layers; active: without the input embedding, which is looked up",
            "exact FLOP/token: of training, forward and twice that backward, with the attention to the context of training.shape.sequence");
    private static final List<String> WHOLE = List.of(
            ModelFigures.SHAPE_LAYERS,
            ModelFigures.SHAPE_WIDTH,
            ModelFigures.SHAPE_HEADS,
            ModelFigures.SHAPE_KV_HEADS,
            ModelFigures.SHAPE_FEED_FORWARD,
            ModelFigures.SHAPE_KV_ELEMENTS_PER_TOKEN);
    private static final List<String> COUNTED = List.of(
            ModelFigures.SHAPE_PARAMETERS,
            ModelFigures.SHAPE_ACTIVE_PARAMETERS,
            TrainingFigures.EXACT_FLOP_PER_TOKEN,
            TrainingFigures.EXACT_OVER_SIX_N_D);

    private ScaleTable() {}

    /** A row for each law. */
    static Grid laws(List<SizedByLaw> sized) {
        List<List<String>> rows = new ArrayList<>();
        for (SizedByLaw law : sized) {
            rows.add(List.of(
                    law.id(),
                    cell(law, ModelFigures.PARAMETERS),
                    cell(law, ModelFigures.ACTIVE_PARAMETERS),
                    cell(law, ModelFigures.TOKENS),
                    NumberText.rounded(law.tokens() / law.parameters(), 3),
                    cell(law, ModelFigures.LOSS),
                    cell(law, TrainingFigures.SHARE_OF_TOKEN_STOCK),
                    law.law().domain().isEmpty() ? "?" : String.join(", ", law.outside())));
        }
        return Grid.of(
                List.of(
                        "law",
                        "parameters",
                        "active",
                        "tokens",
                        "tokens/parameter",
                        "loss",
                        "of token stock",
                        "out of fit"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6));
    }

    private static String cell(SizedByLaw law, String figure) {
        return law.estimate()
                .step(figure)
                .map(step -> Cells.of(law.estimate(), step))
                .orElse("-");
    }

    /** What must be said beside the laws. */
    static List<String> notes(EstimateByLaw byLaw) {
        List<String> notes = about(byLaw);
        notes.addAll(BESIDE);
        return notes;
    }

    /** What must be said beside the shapes. */
    static List<String> shapeNotes(EstimateByLaw byLaw) {
        List<String> notes = about(byLaw);
        notes.addAll(BESIDE_SHAPES);
        return notes;
    }

    private static List<String> about(EstimateByLaw byLaw) {
        List<SizedByLaw> sized = byLaw.sized();
        List<String> notes = new ArrayList<>();
        Estimate first = sized.get(0).estimate();
        first.step(TrainingFigures.COMPUTE)
                .ifPresent(step -> notes.add("training compute %s FLOP; scenario %s, catalog %s"
                        .formatted(Cells.of(first, step), first.scenario(), first.catalog())));
        first.settings().stream()
                .filter(setting -> !setting.startsWith("training.law="))
                .forEach(setting -> notes.add("changed: " + setting));
        first.step(TrainingFigures.TOKEN_STOCK_TOKENS)
                .ifPresent(step -> notes.add("token stock: %s tokens; %s"
                        .formatted(
                                Cells.of(first, step),
                                step.source().map(source -> source.citation()).orElse("no source"))));
        if (sized.size() == 1) {
            first.warnings().forEach(warning -> notes.add("warning: " + warning.message()));
        }
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        byLaw.leftOut()
                .forEach((id, why) ->
                        reasons.computeIfAbsent(why, same -> new ArrayList<>()).add(id));
        reasons.forEach((why, ids) -> notes.add("left out, %s: %s".formatted(String.join(", ", ids), why)));
        return notes;
    }

    /** The shape of the model of each law. */
    static Grid shapes(List<SizedByLaw> sized) {
        List<List<String>> rows = new ArrayList<>();
        for (SizedByLaw law : sized) {
            List<String> row = new ArrayList<>(List.of(law.id(), cell(law, ModelFigures.PARAMETERS)));
            WHOLE.forEach(figure -> row.add(Cells.whole(law.estimate(), figure)));
            COUNTED.forEach(figure -> row.add(cell(law, figure)));
            rows.add(row);
        }
        return Grid.of(
                List.of(
                        "law",
                        "parameters",
                        "layers",
                        "width",
                        "heads",
                        "KV heads",
                        "feed-forward",
                        "KV elements/token",
                        "counted",
                        "active",
                        "exact FLOP/token",
                        "over 6 N"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    /** Models of one compute under one law. */
    static Grid isoFlop(IsoFlop models) {
        double least =
                models.rows().stream().mapToDouble(IsoFlop.Row::loss).min().orElseThrow();
        List<List<String>> rows = models.rows().stream()
                .map(row -> List.of(
                        NumberText.rounded(row.times(), 3),
                        NumberText.rounded(row.parameters(), DIGITS),
                        NumberText.rounded(row.tokens(), DIGITS),
                        NumberText.rounded(row.tokens() / row.parameters(), 3),
                        NumberText.rounded(row.loss(), LOSS_DIGITS),
                        NumberText.rounded(row.loss() - least, 3),
                        needed(row, models.flop())))
                .toList();
        return Grid.of(
                List.of(
                        "times the best",
                        "parameters",
                        "tokens",
                        "tokens/parameter",
                        "loss",
                        "above the best",
                        "compute for the best loss"),
                rows,
                Set.of(0, 1, 2, 3, 4, 5, 6));
    }

    private static String needed(IsoFlop.Row row, double flop) {
        return Double.isFinite(row.flopForBestLoss())
                ? "+%s%%".formatted(NumberText.rounded(100 * more(row.flopForBestLoss() / flop - 1), 3))
                : "never";
    }

    // At the best itself there is nothing more but the last digits of a search.
    private static double more(double part) {
        return Math.abs(part) < 1e-9 ? 0 : part;
    }

    /** The best model of each compute under each law. */
    static Grid frontier(List<SizedByLaw> sized, List<Double> computes) {
        List<List<String>> rows = new ArrayList<>();
        for (SizedByLaw law : sized) {
            for (double flop : computes) {
                Optimum best = law.law().best(flop);
                Optional<String> outside = law.law()
                        .domain()
                        .map(domain -> String.join(", ", domain.outside(best.parameters(), best.tokens(), flop)));
                rows.add(List.of(
                        law.id(),
                        NumberText.rounded(flop, DIGITS),
                        NumberText.rounded(best.parameters(), DIGITS),
                        NumberText.rounded(best.tokens(), DIGITS),
                        NumberText.rounded(best.tokens() / best.parameters(), 3),
                        Double.isNaN(best.loss()) ? "-" : NumberText.rounded(best.loss(), LOSS_DIGITS),
                        outside.orElse("?")));
            }
        }
        return Grid.of(
                List.of("law", "compute", "parameters", "tokens", "tokens/parameter", "loss", "out of fit"),
                rows,
                Set.of(1, 2, 3, 4, 5));
    }
}
