package muster.view.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import muster.catalog.Edition;
import muster.diagnostic.Diagnostic;
import muster.scaling.fit.FittedLaw;
import muster.scaling.fit.LawConstant;
import muster.scaling.loss.ChinchillaLoss;
import muster.scenario.CatalogFit;
import muster.unit.NumberText;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * A fitted law: its constants, what it says of a few budgets, and how laws of the catalog fit the same runs.
 *
 * @param law the law
 * @param others the laws of the catalog
 * @param catalog which catalog they are of
 */
public record LawFitView(FittedLaw law, List<CatalogFit> others, Edition catalog) implements View {
    private static final int DIGITS = 7;
    private static final int OBJECTIVE_DIGITS = 9;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    public LawFitView {
        others = List.copyOf(others);
    }

    @Override
    public String title() {
        return "muster scale fit " + law.runs().file();
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>(
                List.of(Paragraph.of(head(law)), rows(), Paragraph.of(intervals(law)), others(law, others)));
        law.runs().warnings().forEach(warning -> sections.add(Paragraph.of(warning.toString())));
        return sections;
    }

    /** The constants with their intervals. */
    @Override
    public Grid rows() {
        return constants(law);
    }

    private static Map<String, ToDoubleFunction<ChinchillaLoss>> shown(FittedLaw law) {
        Map<String, ToDoubleFunction<ChinchillaLoss>> shown = new LinkedHashMap<>();
        shown.put("E", ChinchillaLoss::irreducible);
        shown.put("A", ChinchillaLoss::parameterCoefficient);
        shown.put("alpha", ChinchillaLoss::parameterExponent);
        shown.put("B", ChinchillaLoss::tokenCoefficient);
        shown.put("beta", ChinchillaLoss::tokenExponent);
        if (law.fit().tied()) {
            shown.put("a = A 6^eta", one -> LawConstant.PARAMETER_COEFFICIENT.of(one, true));
            shown.put("b = B 6^eta", one -> LawConstant.TOKEN_COEFFICIENT.of(one, true));
            shown.put("eta = alpha / 2", one -> LawConstant.PARAMETER_EXPONENT.of(one, true));
        }
        shown.put("size exponent, beta / (alpha + beta)", ChinchillaLoss::sizeExponent);
        for (double flop : new double[] {1e21, 1e24, 1e27}) {
            shown.put(
                    "tokens per parameter at %s FLOP".formatted(NumberText.exact(flop)),
                    one -> one.optimum(flop).tokens() / one.optimum(flop).parameters());
        }
        return shown;
    }

    // Of the error at a loss, eps - c exp(-gamma L), which is fitted to the losses as they were measured.
    private static Map<String, Double> error(FittedLaw law) {
        Map<String, Double> error = new LinkedHashMap<>();
        law.error().ifPresent(curve -> {
            error.put("error: eps", curve.most());
            error.put("error: c", curve.coefficient());
            error.put("error: gamma", curve.rate());
        });
        return error;
    }

    private static Grid constants(FittedLaw law) {
        List<List<String>> rows = new ArrayList<>();
        shown(law)
                .forEach((name, of) -> rows.add(List.of(
                        name,
                        NumberText.rounded(of.applyAsDouble(law.law()), DIGITS),
                        quantile(law, of, LOW),
                        quantile(law, of, HIGH))));
        error(law).forEach((name, value) -> rows.add(List.of(name, NumberText.rounded(value, 5), "-", "-")));
        return Grid.of(List.of("constant", "fitted", "p5", "p95"), rows, Set.of(1, 2, 3));
    }

    private static String quantile(FittedLaw law, ToDoubleFunction<ChinchillaLoss> of, double probability) {
        return law.drawn().isEmpty() ? "-" : NumberText.rounded(law.quantile(of, probability), 4);
    }

    private static Grid others(FittedLaw law, List<CatalogFit> others) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("this fit", NumberText.rounded(law.value(), OBJECTIVE_DIGITS)));
        others.forEach(other -> rows.add(List.of(other.id(), NumberText.rounded(other.value(), OBJECTIVE_DIGITS))));
        return Grid.of(List.of("law", law.fit().objective() + " sum"), rows, Set.of(1));
    }

    private static String head(FittedLaw law) {
        return "%s runs of %s%s: %s, least %s sum; root mean square of ln L %s"
                .formatted(
                        law.runs().kept().size(),
                        law.runs().file(),
                        law.runs().dropped() == 0
                                ? ""
                                : " without the %s highest losses"
                                        .formatted(law.runs().dropped()),
                        law.fit().tied()
                                ? "L = E + (a M^eta + b M^-eta) C^-eta with M = D / N, which is E + A / N^alpha + B / D^beta with alpha = beta"
                                : "L = E + A / N^alpha + B / D^beta",
                        law.fit().objective(),
                        NumberText.rounded(law.residual(), 3));
    }

    private static String intervals(FittedLaw law) {
        return law.drawn().isEmpty()
                ? "no intervals: --bootstrap 0"
                : "intervals from %s refits of resampled runs, seed %s"
                        .formatted(law.drawn().size(), law.seed());
    }

    @Override
    public Data data() {
        Fields constants = new Fields();
        shown(law).forEach((name, of) -> constants.put(name, constant(of)));
        error(law)
                .forEach((name, value) ->
                        constants.put(name, new Fields().number("value", value).build()));
        Fields catalogLaws = new Fields();
        others.forEach(other -> catalogLaws.number(other.id(), other.value()));
        return DataDocument.of("scale-fit/v2", catalog)
                .result(new Fields()
                        .text("file", law.runs().file())
                        .count("runs", law.runs().kept().size())
                        .count("dropped", law.runs().dropped())
                        .text("objective", law.fit().objective().toString())
                        .number("objective_value", law.value())
                        .number("residual", law.residual())
                        .count("bootstrap", law.drawn().size())
                        .count("seed", law.seed())
                        .put("constants", constants.build())
                        .put("catalog_laws", catalogLaws.build())
                        .texts(
                                "warnings",
                                law.runs().warnings().stream()
                                        .map(Diagnostic::toString)
                                        .toList()));
    }

    private Data constant(ToDoubleFunction<ChinchillaLoss> of) {
        Fields fields = new Fields().number("value", of.applyAsDouble(law.law()));
        return law.drawn().isEmpty()
                ? fields.build()
                : fields.number("p5", law.quantile(of, LOW))
                        .number("p95", law.quantile(of, HIGH))
                        .build();
    }
}
