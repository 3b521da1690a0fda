package muster.scaling;

import static muster.scaling.Literature.number;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import muster.scaling.fit.ErrorFit;
import muster.scaling.fit.LawFit;
import muster.scaling.fit.Objective;
import muster.scaling.fit.TrainingRun;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.LimitedDataFormula;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.TestError;
import muster.trace.Real;

/** Rows of golden.csv that are computed from training runs. */
final class GoldenRuns {
    private GoldenRuns() {}

    static TrainingRun run(Map<String, String> row) {
        return new TrainingRun(number(row, "parameters"), number(row, "tokens"), number(row, "loss"));
    }

    /** Muennighoff's law for a number of unique tokens. */
    static LossSurface repeated(double unique) {
        LimitedDataFormula<Real> law =
                (LimitedDataFormula<Real>) CatalogLaws.loss("muennighoff").formula();
        return LossSurface.of(
                LimitedDataFormula.of(law.law(), new Real(unique), law.tokenReuse(), law.parameterReuse()));
    }

    static double[] repeatedObjective(GoldenRow row) {
        return new double[] {
            Literature.runs("muennighoff-182").stream()
                    .mapToDouble(cells ->
                            Objective.HUBER_LOG.sum(repeated(number(cells, "unique_tokens")), List.of(run(cells))))
                    .sum()
        };
    }

    static double[] repeatedLoss(GoldenRow row) {
        return new double[] {repeated(row.input("U")).loss(row.input("N"), row.input("D"))};
    }

    // Four models at 20 tokens per parameter, and the smallest at 320.
    private static boolean fitted(Map<String, String> row) {
        double parameters = number(row, "parameters");
        double ratio = number(row, "tokens_per_parameter");
        return (ratio == 20 && parameters < 1e9) || (ratio == 320 && parameters < 2e7);
    }

    private static List<Map<String, String>> gadre(String trainedOn, Predicate<Map<String, String>> which) {
        return Literature.runs("gadre-104").stream()
                .filter(row -> row.get("trained_on").equals(trainedOn))
                .filter(which)
                .toList();
    }

    static ChinchillaLoss fit(String trainedOn) {
        List<TrainingRun> runs = gadre(trainedOn, GoldenRuns::fitted).stream()
                .map(GoldenRuns::run)
                .toList();
        return new LawFit(Objective.SQUARES, true).of(runs);
    }

    static double[] overTraining(GoldenRow row) {
        ChinchillaLoss law = fit(row.constants());
        double eta = law.parameterExponent() / 2;
        double scale = Math.pow(6, eta);
        return new double[] {law.parameterCoefficient() * scale, law.tokenCoefficient() * scale, eta, law.irreducible()
        };
    }

    static double[] predicted(GoldenRow row) {
        boolean small = row.inputs().contains("1b");
        Map<String, String> run = gadre(
                        "redpajama",
                        cells -> small
                                ? number(cells, "parameters") > 1e9 && number(cells, "tokens_per_parameter") == 640
                                : number(cells, "parameters") > 5e9)
                .get(0);
        double ours = fit("redpajama").loss(number(run, "parameters"), number(run, "tokens"));
        return new double[] {Math.abs(ours - number(run, "loss")) / number(run, "loss")};
    }

    static double[] downstream(GoldenRow row) {
        List<Map<String, String>> runs = gadre(
                row.constants().replace("17-task ", ""),
                cells -> fitted(cells)
                        || (number(cells, "parameters") > 1e9
                                && number(cells, "parameters") < 2e9
                                && number(cells, "tokens_per_parameter") == 20));
        TestError curve = ErrorFit.of(
                runs.stream().mapToDouble(cells -> number(cells, "loss")).toArray(),
                runs.stream().mapToDouble(cells -> number(cells, "error")).toArray());
        return new double[] {curve.coefficient(), curve.rate(), curve.most()};
    }
}
