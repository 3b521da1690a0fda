package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import muster.scaling.fit.Constant;
import muster.scaling.fit.FittedLaw;
import muster.scaling.loss.PowerSum;
import muster.scenario.CatalogFit;
import muster.unit.Numbers;

/** A fitted law: its constants, what it says of a few budgets, and how laws of the catalog fit the same runs. */
public final class FitReport {
    private static final int DIGITS = 7;
    private static final int OBJECTIVE_DIGITS = 9;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private FitReport() {}

    private static Map<String, ToDoubleFunction<PowerSum>> shown(FittedLaw law) {
        Map<String, ToDoubleFunction<PowerSum>> shown = new LinkedHashMap<>();
        shown.put("E", PowerSum::irreducible);
        shown.put("A", PowerSum::parameterCoefficient);
        shown.put("alpha", PowerSum::parameterExponent);
        shown.put("B", PowerSum::tokenCoefficient);
        shown.put("beta", PowerSum::tokenExponent);
        if (law.fit().tied()) {
            shown.put("a = A 6^eta", one -> Constant.PARAMETER_COEFFICIENT.of(one, true));
            shown.put("b = B 6^eta", one -> Constant.TOKEN_COEFFICIENT.of(one, true));
            shown.put("eta = alpha / 2", one -> Constant.PARAMETER_EXPONENT.of(one, true));
        }
        shown.put("size exponent, beta / (alpha + beta)", PowerSum::sizeExponent);
        for (double flop : new double[] {1e21, 1e24, 1e27}) {
            shown.put(
                    "tokens per parameter at %s FLOP".formatted(Numbers.exact(flop)),
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

    /** The constants with their intervals. */
    public static Grid constants(FittedLaw law) {
        List<List<String>> rows = new ArrayList<>();
        shown(law)
                .forEach((name, of) -> rows.add(List.of(
                        name,
                        Numbers.rounded(of.applyAsDouble(law.law()), DIGITS),
                        quantile(law, of, LOW),
                        quantile(law, of, HIGH))));
        error(law).forEach((name, value) -> rows.add(List.of(name, Numbers.rounded(value, 5), "-", "-")));
        return new Grid(List.of("constant", "fitted", "p5", "p95"), rows, Set.of(1, 2, 3));
    }

    private static String quantile(FittedLaw law, ToDoubleFunction<PowerSum> of, double probability) {
        return law.drawn().isEmpty() ? "-" : Numbers.rounded(law.quantile(of, probability), 4);
    }

    private static Grid others(FittedLaw law, List<CatalogFit> others) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("this fit", Numbers.rounded(law.value(), OBJECTIVE_DIGITS)));
        others.forEach(other -> rows.add(List.of(other.id(), Numbers.rounded(other.value(), OBJECTIVE_DIGITS))));
        return new Grid(List.of("law", law.fit().objective() + " sum"), rows, Set.of(1));
    }

    private static String head(FittedLaw law) {
        return "%s runs of %s%s: %s, least %s sum; root mean square of ln L %s\n"
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
                        Numbers.rounded(law.residual(), 3));
    }

    private static String intervals(FittedLaw law) {
        return law.drawn().isEmpty()
                ? "no intervals: --bootstrap 0\n"
                : "intervals from %s refits of resampled runs, seed %s\n"
                        .formatted(law.drawn().size(), law.seed());
    }

    /** All of it for people. */
    public static String text(FittedLaw law, List<CatalogFit> others) {
        return head(law) + "\n" + constants(law).text() + "\n" + intervals(law) + "\n"
                + others(law, others).text();
    }

    /** The same in Markdown. */
    public static String markdown(FittedLaw law, List<CatalogFit> others) {
        return head(law) + "\n" + constants(law).markdown() + "\n" + intervals(law) + "\n"
                + others(law, others).markdown();
    }

    /** The schema {@code scale-fit/v1}. */
    public static String json(FittedLaw law, List<CatalogFit> others) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "scale-fit/v1");
            json.writeStringProperty("file", law.runs().file());
            json.writeNumberProperty("runs", law.runs().kept().size());
            json.writeNumberProperty("dropped", law.runs().dropped());
            json.writeStringProperty("objective", law.fit().objective().toString());
            Json.number(json, "value", law.value());
            Json.number(json, "residual", law.residual());
            json.writeNumberProperty("bootstrap", law.drawn().size());
            json.writeNumberProperty("seed", law.seed());
            json.writeObjectPropertyStart("constants");
            shown(law).forEach((name, of) -> {
                json.writeObjectPropertyStart(name);
                Json.number(json, "value", of.applyAsDouble(law.law()));
                if (!law.drawn().isEmpty()) {
                    Json.number(json, "p5", law.quantile(of, LOW));
                    Json.number(json, "p95", law.quantile(of, HIGH));
                }
                json.writeEndObject();
            });
            error(law).forEach((name, value) -> {
                json.writeObjectPropertyStart(name);
                Json.number(json, "value", value);
                json.writeEndObject();
            });
            json.writeEndObject();
            json.writeObjectPropertyStart("catalog_laws");
            others.forEach(other -> Json.number(json, other.id(), other.value()));
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
