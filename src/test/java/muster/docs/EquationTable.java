package muster.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.trace.Step;

/** Every equation and every symbol, from the records of the same scenarios as the table of figures. */
final class EquationTable {
    private static final Pattern NAME = Pattern.compile("[^\\s(),`]+");

    private EquationTable() {}

    /** The equations, in names and, where all that matters has one, in symbols. */
    static Table equations() {
        Map<String, String> symbols = new LinkedHashMap<>();
        FigureTable.steps().stream()
                .filter(step -> !step.symbol().isEmpty())
                .forEach(step -> symbols.putIfAbsent(FigureTable.general(step.name()), step.symbol()));
        Map<String, Set<String>> equations = new TreeMap<>();
        FigureTable.steps().stream()
                .filter(step -> step.kind() != Step.Kind.INPUT && step.kind() != Step.Kind.CONSTANT)
                .forEach(step -> equations
                        .computeIfAbsent(FigureTable.general(step.name()), key -> new LinkedHashSet<>())
                        .add(equation(step)));
        List<List<String>> rows = new ArrayList<>();
        equations.forEach((name, made) -> {
            Set<String> symbolic = new LinkedHashSet<>();
            made.forEach(each -> symbolic.add(inSymbols(each, symbols)));
            rows.add(List.of(
                    "`" + name + "`",
                    symbols.containsKey(name) ? "`" + symbols.get(name) + "`" : "-",
                    String.join("<br>or ", made),
                    String.join("<br>or ", symbolic)));
        });
        return new Table(List.of("figure", "symbol", "is", "in symbols"), rows);
    }

    /** The symbols with what they stand for. */
    static Table symbols() {
        Map<String, List<String>> rows = new TreeMap<>();
        FigureTable.steps().stream()
                .filter(step -> !step.symbol().isEmpty())
                .forEach(step -> rows.putIfAbsent(
                        step.symbol() + " " + FigureTable.general(step.name()),
                        List.of(
                                "`" + step.symbol() + "`",
                                "`" + FigureTable.general(step.name()) + "`",
                                "`" + step.unit() + "`",
                                step.kind().toString())));
        return new Table(List.of("symbol", "stands for", "unit", "is"), List.copyOf(rows.values()));
    }

    // A search is told by what holds at its answer.
    private static String equation(Step step) {
        return step.kind() == Step.Kind.SOLVED
                ? "the answer of a search, where "
                        + step.checks().stream()
                                .map(check -> "`" + FigureTable.general(check) + "`")
                                .collect(Collectors.joining(" and "))
                : FigureTable.how(step);
    }

    private static String inSymbols(String expression, Map<String, String> symbols) {
        Matcher names = NAME.matcher(expression);
        StringBuilder text = new StringBuilder();
        while (names.find()) {
            String name = names.group();
            names.appendReplacement(text, Matcher.quoteReplacement(symbols.getOrDefault(name, name)));
        }
        return names.appendTail(text).toString();
    }
}
