package muster.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression of the trace as a person would write it: with symbols, bare of units, and with what stands in it twice
 * written once.
 */
final class Formula {
    private static final String ONES = "training\\.law\\.(?:parameter|token|nat)|model\\.shape\\.parameter";
    private static final Pattern NAME = Pattern.compile("[^\\s(),`]+");
    private static final Pattern ALIKE = Pattern.compile("\\(([^()]*?(?:CHIP|NAME)[^()]*?)(?: \\+ \\1)+\\)");
    private static final Pattern DIGITS = Pattern.compile("\\d\\.\\d{7,}");
    private static final int LONG = 110;
    private static final int PART = 16;

    private Formula() {}

    /**
     * The formula as code in a cell, in lines where it is long.
     *
     * @param figure the name of what it computes
     * @param expression the expression of the trace
     * @param symbols symbols by name
     */
    static String of(String figure, String expression, Map<String, String> symbols) {
        String bare = inSymbols(figure, bare(expression), symbols);
        String alike = ALIKE.matcher(bare).replaceAll(match -> Matcher.quoteReplacement("sum(" + match.group(1) + ")"));
        List<String> parts = new ArrayList<>();
        String rest = single(tidy(alike));
        for (int part = 1; rest.length() > LONG; part++) {
            String repeated = repeated(rest);
            if (repeated.isEmpty()) {
                break;
            }
            String name = "p_" + part;
            parts.add(name + " = " + repeated.substring(1, repeated.length() - 1));
            rest = rest.replace(repeated, name);
        }
        StringBuilder cell = new StringBuilder(code(lines(rest, " = ")));
        parts.forEach(part -> cell.append("<br>with ").append(code(lines(part, " + "))));
        return cell.toString();
    }

    // A symbol that would stand for two figures of one equation stands for none.
    private static String inSymbols(String figure, String expression, Map<String, String> symbols) {
        Map<String, Set<String>> meanings = new TreeMap<>();
        Stream.concat(Stream.of(figure), names(expression))
                .forEach(name -> meanings.computeIfAbsent(symbols.getOrDefault(name, name), symbol -> new TreeSet<>())
                        .add(name));
        return NAME.matcher(expression).replaceAll(name -> {
            String symbol = symbols.getOrDefault(name.group(), name.group());
            boolean clear = meanings.get(symbol).size() == 1;
            return Matcher.quoteReplacement(clear ? symbol : name.group());
        });
    }

    /** The names in an expression. */
    static Stream<String> names(String expression) {
        return NAME.matcher(expression).results().map(MatchResult::group);
    }

    // One parameter, one token and one nat take the units off a number whose power is taken, and put them on again.
    private static String bare(String equation) {
        return equation.replaceAll(" [/*] (" + ONES + ")(?![\\w.])", "")
                .replaceAll("(?<![\\w.])(" + ONES + ") \\* ", "");
    }

    // Times one, brackets around one name, and digits that nobody reads.
    private static String tidy(String expression) {
        String plain = expression
                .replaceAll("(?<![\\w.^/-] |[\\w.])1 \\* ", "")
                .replaceAll("(?<![\\w)])\\(([^\\s()]+)\\)", "$1");
        return DIGITS.matcher(plain)
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(new MathContext(5, RoundingMode.HALF_EVEN))
                        .toPlainString());
    }

    // Brackets right around brackets, or around the whole, say nothing.
    private static String single(String expression) {
        for (int open = 0; open < expression.length(); open++) {
            if (expression.charAt(open) != '(') {
                continue;
            }
            int close = close(expression, open);
            boolean twice = expression.charAt(open + 1) == '('
                    && close(expression, open + 1) == close - 1
                    && (open == 0 || !Character.isLetterOrDigit(expression.charAt(open - 1)));
            boolean whole = open == 0 && close == expression.length() - 1;
            if (twice || whole) {
                return single(expression.substring(0, open)
                        + expression.substring(open + 1, close)
                        + expression.substring(close + 1));
            }
        }
        return expression;
    }

    // The longest part in brackets that stands there twice, with its brackets; empty where there is none.
    private static String repeated(String expression) {
        String longest = "";
        for (int open = expression.indexOf('('); open >= 0; open = expression.indexOf('(', open + 1)) {
            boolean function = open > 0 && Character.isLetterOrDigit(expression.charAt(open - 1));
            String part = expression.substring(open, close(expression, open) + 1);
            if (!function
                    && part.length() > Math.max(PART, longest.length())
                    && expression.indexOf(part, open + 1) >= 0) {
                longest = part;
            }
        }
        return longest;
    }

    private static int close(String expression, int open) {
        int depth = 0;
        for (int i = open; i < expression.length(); i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no end of the bracket at " + open + " of " + expression);
    }

    private static String code(List<String> lines) {
        return "`" + String.join("`<br>`", lines) + "`";
    }

    // A long line goes on below, before the signs that stand in the fewest brackets: those of equality, else of sums.
    private static List<String> lines(String line, String sign) {
        List<Integer> breaks = line.length() <= LONG ? List.of() : outermost(line, sign);
        if (line.length() > LONG && breaks.isEmpty() && !sign.equals(" + ")) {
            return lines(line, " + ");
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at : breaks) {
            if (at - from > PART) {
                lines.add(line.substring(from, at).strip());
                from = at + 1;
            }
        }
        lines.add(line.substring(from));
        return lines;
    }

    private static List<Integer> outermost(String line, String sign) {
        Map<Long, List<Integer>> byDepth = new TreeMap<>();
        for (int at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) {
            String before = line.substring(0, at);
            long depth = before.chars().filter(letter -> letter == '(').count()
                    - before.chars().filter(letter -> letter == ')').count();
            byDepth.computeIfAbsent(depth, key -> new ArrayList<>()).add(at);
        }
        return sign.equals(" = ")
                ? byDepth.getOrDefault(0L, List.of())
                : byDepth.values().stream().findFirst().orElse(List.of());
    }
}
