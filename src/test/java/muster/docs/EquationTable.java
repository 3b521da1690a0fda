package muster.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.trace.TraceStep;

/** Every equation and every symbol, from the records of the same scenarios as the table of figures. */
final class EquationTable {
    private static final Map<String, String> SYMBOLS = shortest();

    private EquationTable() {}

    /** The stages of the chain that compute something: what the names of figures begin with. */
    static Set<String> stages() {
        Set<String> stages = new TreeSet<>();
        computed().forEach(step -> stages.add(stage(FigureTable.general(step.name()))));
        return stages;
    }

    /**
     * The equations of a stage in the order in which a chain computes them, a row for each way to compute a figure, in symbols
     * where there are any.
     */
    static PageTable equations(String stage) {
        Map<String, Set<String>> made = made(stage);
        List<List<String>> rows = new ArrayList<>();
        made.forEach((name, ways) -> ways.forEach(way -> rows.add(
                List.of("`" + name + "`", SYMBOLS.containsKey(name) ? "`" + SYMBOLS.get(name) + "`" : "-", way))));
        return new PageTable(List.of("figure", "symbol", "is"), rows);
    }

    /** The symbols in the equations of a stage. */
    static PageTable symbols(String stage) {
        Set<String> used = new TreeSet<>();
        computed()
                .filter(step -> stage(FigureTable.general(step.name())).equals(stage))
                .forEach(step -> {
                    used.add(FigureTable.general(step.name()));
                    Stream.concat(Stream.of(step.expression()), step.checks().stream())
                            .flatMap(expression -> Formula.names(FigureTable.general(expression)))
                            .forEach(used::add);
                });
        return symbols(used::contains);
    }

    private static Map<String, Set<String>> made(String stage) {
        Map<String, Set<String>> made = new LinkedHashMap<>();
        inOrder().stream()
                .filter(name -> stage(name).equals(stage))
                .forEach(name -> made.put(name, new LinkedHashSet<>()));
        computed()
                .filter(step -> stage(FigureTable.general(step.name())).equals(stage))
                .forEach(step -> equations(step)
                        .forEach(equation ->
                                made.get(FigureTable.general(step.name())).add(equation)));
        return made;
    }

    /** All symbols with what they stand for. */
    static PageTable symbols() {
        return symbols(name -> true);
    }

    private static PageTable symbols(Predicate<String> wanted) {
        Map<String, List<String>> rows = new TreeMap<>();
        FigureTable.steps().stream()
                .filter(step -> !step.symbol().isEmpty() && wanted.test(FigureTable.general(step.name())))
                .forEach(step -> rows.putIfAbsent(
                        step.symbol() + " " + FigureTable.general(step.name()),
                        List.of(
                                "`" + step.symbol() + "`",
                                "`" + FigureTable.general(step.name()) + "`",
                                "`" + step.unit() + "`",
                                step.kind().toString())));
        return new PageTable(List.of("symbol", "stands for", "unit", "is"), List.copyOf(rows.values()));
    }

    private static Stream<TraceStep> computed() {
        return FigureTable.steps().stream()
                .filter(step -> step.kind() != TraceStep.Kind.INPUT && step.kind() != TraceStep.Kind.CONSTANT);
    }

    private static String stage(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    // The chains of all scenarios as one: a figure that the chains before it have not comes behind the one before it.
    private static List<String> inOrder() {
        List<String> order = new ArrayList<>();
        int[] last = {-1};
        computed().map(step -> FigureTable.general(step.name())).forEach(name -> {
            if (!order.contains(name)) {
                order.add(last[0] + 1, name);
            }
            last[0] = order.indexOf(name);
        });
        return order;
    }

    // A search is told by what holds at its answer.
    private static List<String> equations(TraceStep step) {
        if (step.kind() == TraceStep.Kind.SOLVED) {
            return step.checks().stream()
                    .map(check -> "a search, where " + formula(step, FigureTable.general(check)))
                    .toList();
        }
        List<String> terms = FigureTable.terms(step.expression());
        return List.of(
                terms.isEmpty()
                        ? formula(step, FigureTable.general(step.expression()))
                        : "sum of "
                                + terms.stream()
                                        .map(term -> formula(step, term))
                                        .collect(Collectors.joining(" and ")));
    }

    private static String formula(TraceStep step, String expression) {
        return Formula.of(FigureTable.general(step.name()), expression, SYMBOLS);
    }

    private static Map<String, String> shortest() {
        Map<String, String> symbols = new LinkedHashMap<>();
        FigureTable.steps().stream()
                .filter(step -> !step.symbol().isEmpty())
                .forEach(step -> symbols.putIfAbsent(FigureTable.general(step.name()), step.symbol()));
        return symbols;
    }
}
