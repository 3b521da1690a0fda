package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.scaling.loss.Optimum;
import muster.scenario.Estimate;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.unit.Numbers;

/** A training compute under each law, and tables of a single law, as grids and with what must be said beside them. */
public final class ScaleTable {
    private static final int DIGITS = 4;
    private static final int LOSS_DIGITS = 5;
    private static final List<String> BESIDE = List.of(
            "losses of different laws are of different texts and tokenizers: compare them within a law only",
            "out of fit: how many times the model lies beyond the models that the law was fitted on; '?' where no source tells them");

    private ScaleTable() {}

    /** A row for each law. */
    public static Grid laws(List<SizedByLaw> sized) {
        List<List<String>> rows = new ArrayList<>();
        for (SizedByLaw law : sized) {
            rows.add(List.of(
                    law.id(),
                    cell(law, "model.parameters"),
                    cell(law, "model.active_parameters"),
                    cell(law, "model.tokens"),
                    Numbers.rounded(law.tokens() / law.parameters(), 3),
                    cell(law, "model.loss"),
                    cell(law, "training.share_of_token_stock"),
                    law.law().domain().isEmpty() ? "?" : String.join(", ", law.outside())));
        }
        return new Grid(
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
    public static List<String> notes(List<SizedByLaw> sized) {
        List<String> notes = new ArrayList<>();
        Estimate first = sized.get(0).estimate();
        first.step("training.compute")
                .ifPresent(step -> notes.add("training compute %s FLOP; scenario %s, catalog %s"
                        .formatted(Cells.of(first, step), first.scenario(), first.catalog())));
        first.settings().stream()
                .filter(setting -> !setting.startsWith("training.law="))
                .forEach(setting -> notes.add("changed: " + setting));
        first.step("training.token_stock.tokens")
                .ifPresent(step -> notes.add("token stock: %s tokens; %s"
                        .formatted(
                                Cells.of(first, step),
                                step.source().map(source -> source.citation()).orElse("no source"))));
        if (sized.size() == 1) {
            first.warnings().forEach(warning -> notes.add("warning: " + warning.message()));
        }
        notes.addAll(BESIDE);
        return notes;
    }

    /** Models of one compute under one law. */
    public static Grid isoFlop(IsoFlop models) {
        double least =
                models.rows().stream().mapToDouble(IsoFlop.Row::loss).min().orElseThrow();
        List<List<String>> rows = models.rows().stream()
                .map(row -> List.of(
                        Numbers.rounded(row.times(), 3),
                        Numbers.rounded(row.parameters(), DIGITS),
                        Numbers.rounded(row.tokens(), DIGITS),
                        Numbers.rounded(row.tokens() / row.parameters(), 3),
                        Numbers.rounded(row.loss(), LOSS_DIGITS),
                        Numbers.rounded(row.loss() - least, 3),
                        needed(row, models.flop())))
                .toList();
        return new Grid(
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
                ? "+%s%%".formatted(Numbers.rounded(100 * more(row.flopForBestLoss() / flop - 1), 3))
                : "never";
    }

    // At the best itself there is nothing more but the last digits of a search.
    private static double more(double part) {
        return Math.abs(part) < 1e-9 ? 0 : part;
    }

    /** The best model of each compute under each law. */
    public static Grid frontier(List<SizedByLaw> sized, List<Double> computes) {
        List<List<String>> rows = new ArrayList<>();
        for (SizedByLaw law : sized) {
            for (double flop : computes) {
                Optimum best = law.law().best(flop);
                Optional<String> outside = law.law()
                        .domain()
                        .map(domain -> String.join(", ", domain.outside(best.parameters(), best.tokens(), flop)));
                rows.add(List.of(
                        law.id(),
                        Numbers.rounded(flop, DIGITS),
                        Numbers.rounded(best.parameters(), DIGITS),
                        Numbers.rounded(best.tokens(), DIGITS),
                        Numbers.rounded(best.tokens() / best.parameters(), 3),
                        Double.isNaN(best.loss()) ? "-" : Numbers.rounded(best.loss(), LOSS_DIGITS),
                        outside.orElse("?")));
            }
        }
        return new Grid(
                List.of("law", "compute", "parameters", "tokens", "tokens/parameter", "loss", "out of fit"),
                rows,
                Set.of(1, 2, 3, 4, 5));
    }

    /** The laws that the tables are of, for a line of their own. */
    public static String titles(List<SizedByLaw> sized) {
        StringBuilder text = new StringBuilder();
        sized.forEach(law -> text.append("  %s: %s\n".formatted(law.id(), law.title())));
        return text.toString();
    }
}
