package muster.trace;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.numeric.BySimpson;
import muster.unit.Base;
import muster.unit.Unit;

/**
 * Computes a record again with a public evaluator that knows nothing of units. With every base unit resized, the value of
 * each step must scale as its own unit says, so an expression of the wrong dimension gives itself away as a wrong number.
 */
final class Reevaluation {
    private static final double TOLERANCE = 1e-9;
    private static final Pattern WORD = Pattern.compile("[^\\s(),]+");
    private static final ExpressionConfiguration STRICT = ExpressionConfiguration.builder()
            .implicitMultiplicationAllowed(false)
            .build()
            .withAdditionalFunctions(
                    Map.entry("normal", new Distribution((x, s) -> BySimpson.normal(x / s))),
                    Map.entry(
                            "normal_logistic", new Distribution((x, s) -> BySimpson.below(BySimpson::logistic, x, s))),
                    Map.entry("normal_gumbel", new Distribution((x, s) -> BySimpson.below(BySimpson::gumbel, x, s))));

    /** A distribution function of a number and a spread, which the evaluator does not have. */
    @FunctionParameter(name = "x")
    @FunctionParameter(name = "spread")
    private static final class Distribution extends AbstractFunction {
        private final DoubleBinaryOperator function;

        Distribution(DoubleBinaryOperator function) {
            this.function = function;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            return expression.convertValue(function.applyAsDouble(
                    values[0].getNumberValue().doubleValue(),
                    values[1].getNumberValue().doubleValue()));
        }
    }

    private final Map<Base, Double> sizes;
    private final Map<String, BigDecimal> known = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private int evaluated;

    private Reevaluation(Map<Base, Double> sizes) {
        this.sizes = sizes;
    }

    /** Every base unit as it is. */
    static Map<Base, Double> asItStands() {
        Map<Base, Double> sizes = new EnumMap<>(Base.class);
        for (Base base : Base.values()) {
            sizes.put(base, 1.0);
        }
        return sizes;
    }

    /** Every base unit made smaller or larger at random, by up to ten times. */
    static Map<Base, Double> resized(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Base, Double> sizes = new EnumMap<>(Base.class);
        for (Base base : Base.values()) {
            sizes.put(base, Math.pow(10, 2 * random.nextDouble() - 1));
        }
        return sizes;
    }

    /** What is wrong with a record, a line for each step; empty where every expression gives its value. */
    static List<String> broken(List<TraceStep> steps, Map<Base, Double> sizes) {
        return of(steps, sizes).broken;
    }

    /** How many expressions were computed. */
    static int evaluated(List<TraceStep> steps) {
        return of(steps, asItStands()).evaluated;
    }

    private static Reevaluation of(List<TraceStep> steps, Map<Base, Double> sizes) {
        Reevaluation reevaluation = new Reevaluation(sizes);
        steps.forEach(reevaluation::check);
        return reevaluation;
    }

    private void check(TraceStep step) {
        double value = resizedValue(step);
        if (step.kind() == TraceStep.Kind.DERIVED) {
            try {
                double again = evaluate(step.expression());
                if (!(Math.abs(again - value) <= TOLERANCE * Math.abs(value))) {
                    broken.add("%s is %s, and %s is %s".formatted(step.name(), value, step.expression(), again));
                }
                evaluated++;
            } catch (EvaluationException | ParseException | IllegalArgumentException e) {
                broken.add("%s: %s: %s".formatted(step.name(), step.expression(), e.getMessage()));
            }
        }
        known.put(step.name(), BigDecimal.valueOf(value));
        step.checks().forEach(check -> holds(step, check));
        if (step.kind() == TraceStep.Kind.SOLVED && step.checks().isEmpty()) {
            broken.add(step.name() + " is searched for and nothing checks it");
        }
    }

    // A check names the answer itself beside earlier steps.
    private void holds(TraceStep step, String check) {
        String[] sides = check.split(" = ", -1);
        try {
            double left = evaluate(sides[0]);
            double right = evaluate(sides[1]);
            if (!(Math.abs(left - right) <= SolutionCheck.TOLERANCE * Math.max(Math.abs(left), Math.abs(right)))) {
                broken.add("%s: %s, and the sides are %s and %s".formatted(step.name(), check, left, right));
            }
            evaluated++;
        } catch (EvaluationException | ParseException | IllegalArgumentException e) {
            broken.add("%s: %s: %s".formatted(step.name(), check, e.getMessage()));
        }
    }

    private double resizedValue(TraceStep step) {
        Unit unit = Unit.parse(step.unit());
        double value = step.value() * unit.factor();
        // Both in the order of the base units.
        Iterator<Double> size = sizes.values().iterator();
        for (int exponent : unit.dimension().exponents()) {
            value *= Math.pow(size.next(), exponent);
        }
        return value;
    }

    // Names of steps hold dots and hyphens, so each gets a name that the evaluator knows.
    private double evaluate(String expression) throws EvaluationException, ParseException {
        Map<String, BigDecimal> variables = new HashMap<>();
        StringBuilder safe = new StringBuilder();
        Matcher words = WORD.matcher(expression);
        while (words.find()) {
            words.appendReplacement(safe, safe(words.group(), variables));
        }
        words.appendTail(safe);
        return new Expression(safe.toString(), STRICT)
                .withValues(variables)
                .evaluate()
                .getNumberValue()
                .doubleValue();
    }

    private String safe(String word, Map<String, BigDecimal> variables) {
        // The evaluator knows e as a constant.
        if (word.equals("exp")) {
            return "E^";
        }
        if (word.matches(
                "[-+*/^]|>=|=|sqrt|min|max|log|floor|round|if|normal|normal_logistic|normal_gumbel|-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
            return word;
        }
        BigDecimal value = known.get(word);
        if (value == null) {
            throw new IllegalArgumentException("'" + word + "' is no earlier step");
        }
        String variable = "v" + variables.size();
        variables.put(variable, value);
        return variable;
    }
}
