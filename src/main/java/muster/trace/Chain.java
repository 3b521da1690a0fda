package muster.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Severity;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Dimension;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * One run of a model over one draw: makes figures from inputs and constants and keeps the record of every step. A chain is
 * used once, by one thread.
 */
public final class Chain {
    private final SampleBatch draw;
    private final List<Figure> made = new ArrayList<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<TraceStep> steps = new ArrayList<>();
    private final Map<String, Curve> curves = new LinkedHashMap<>();
    private final Map<String, Figure> points = new LinkedHashMap<>();
    private final Map<String, Input> read = new LinkedHashMap<>();
    private final Map<String, Input> spared = new LinkedHashMap<>();
    private final Set<String> inPart = new LinkedHashSet<>();
    private final Set<String> odds = new LinkedHashSet<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final List<Diagnostic> refusals = new ArrayList<>();

    /** A chain that takes its inputs from a draw. */
    public Chain(SampleBatch draw) {
        this.draw = draw;
    }

    /**
     * The figure of an input, recorded when it is first asked for.
     *
     * @param input the input
     * @param symbol its symbol in equations, or an empty text
     */
    public Figure input(Input input, String symbol) {
        read.put(input.name(), input);
        Figure known = figures.get(input.name());
        return known != null ? known : given(input, symbol);
    }

    private Figure given(Input input, String symbol) {
        double[] column = draw.of(input);
        TraceStep step = new TraceStep(
                input.name(),
                symbol,
                column[0] / input.unit().factor(),
                input.unit().symbol(),
                TraceStep.Kind.INPUT,
                "",
                input.source(),
                Optional.of(input.place()));
        return record(
                step.because(input.value().centre()),
                new Figure(this, column, input.unit().dimension(), input.name(), Figure.ATOM, Recipe.of(input)));
    }

    /** Marks an input as used although it enters no figure, as the limits of a law's domain. */
    public double look(Input input) {
        read.put(input.name(), input);
        return input.value().distribution().central();
    }

    /**
     * Marks an input that changes nothing here and belongs to a whole that cannot do without it, as a constant of a law: it is
     * dead only where it is laid over that whole.
     */
    public void spare(Input input) {
        spared.put(input.name(), input);
    }

    /**
     * A constant of the model, recorded when it is first asked for.
     *
     * @param name its stable name
     * @param symbol its symbol in equations
     * @param value the value
     * @param source where it comes from
     */
    public Figure constant(String name, String symbol, Quantity value, Source source) {
        Figure known = figures.get(name);
        if (known != null && known.column()[0] == value.base()) {
            return known;
        }
        double[] column = new double[draw.size()];
        Arrays.fill(column, value.base());
        return constants(name, symbol, column, value.unit(), source);
    }

    /**
     * A constant that differs between draws, where many cases are computed as the draws of one chain.
     *
     * @param name its stable name
     * @param symbol its symbol in equations
     * @param column its value in every draw, in base units
     * @param unit the unit in which it is shown
     * @param source where it comes from
     */
    public Figure constants(String name, String symbol, double[] column, Unit unit, Source source) {
        return record(
                name,
                symbol,
                column,
                unit,
                TraceStep.Kind.CONSTANT,
                "",
                Optional.of(source),
                Optional.empty(),
                Recipe.CONSTANT);
    }

    /**
     * A figure that no expression gives: a root, an optimum. It is recorded with checks, which must hold at the answer; where
     * one does not, the figure is no number, so that nothing unverified is shown.
     *
     * @param name its stable name
     * @param symbol its symbol in equations
     * @param unit the unit in which it is shown
     * @param kernel the search
     * @param checks makes the checks of the answer; each is written down as an expression over named figures
     * @param arguments what the search is given
     */
    public Figure solved(
            String name,
            String symbol,
            String unit,
            Kernel kernel,
            Function<Figure, List<SolutionCheck>> checks,
            Figure... arguments) {
        Unit shown = Unit.parse(unit);
        double[] found = new double[draw.size()];
        kernel.apply(Arrays.stream(arguments).map(Figure::column).toArray(double[][]::new), found);
        Figure answer = new Figure(
                this,
                found,
                shown.dimension(),
                name,
                Figure.ATOM,
                new Recipe(kernel::apply, List.of(arguments), Optional.empty()));
        List<SolutionCheck> holding = checks.apply(answer);
        Figure verified = SolutionCheck.verified(answer, holding);
        return record(
                new TraceStep(
                        name,
                        symbol,
                        verified.column()[0] / shown.factor(),
                        unit,
                        TraceStep.Kind.SOLVED,
                        "",
                        holding.stream().map(SolutionCheck::text).toList(),
                        Optional.empty(),
                        Optional.empty()),
                verified);
    }

    /** The pure number one, which needs no step of its own. */
    public Figure one() {
        return number(1);
    }

    /** A pure number that is part of a formula, as the 3 of a cube root; 0 or above. */
    public Figure number(double number) {
        double[] column = new double[draw.size()];
        Arrays.fill(column, number);
        return new Figure(this, column, Dimension.NONE, NumberText.exact(number), Figure.ATOM, Recipe.CONSTANT);
    }

    /** Records that a result stands on shaky ground. */
    public void warn(String code, Place place, String message) {
        warnings.add(new Diagnostic(Severity.WARNING, code, place, message));
    }

    /** Records that a result cannot be, so that nothing is shown; of the central run alone it is heeded. */
    public void refuse(String code, Place place, String message) {
        refusals.add(new Diagnostic(Severity.ERROR, code, place, message));
    }

    /** What was refused so far. */
    public List<Diagnostic> refusals() {
        return List.copyOf(refusals);
    }

    /** The record so far, in the order of computation. */
    public List<TraceStep> steps() {
        return List.copyOf(steps);
    }

    /** The curves so far, in the order of their first points. */
    public List<Curve> curves() {
        return List.copyOf(curves.values());
    }

    /** The warnings so far. */
    public List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }

    /** The inputs that were asked for, by name each once. */
    public Collection<Input> read() {
        return Collections.unmodifiableCollection(read.values());
    }

    /** The inputs that change nothing and belong to a whole, as {@link #spare} says. */
    public Collection<Input> spared() {
        return Collections.unmodifiableCollection(spared.values());
    }

    /** The names of the figures that some draws do not have, as {@link Figure#asWhereFinite} says. */
    public Set<String> inPart() {
        return Collections.unmodifiableSet(inPart);
    }

    /** The names of figures that a draw either has or has not, as {@link Figure#asOdds} says. */
    public Set<String> odds() {
        return Collections.unmodifiableSet(odds);
    }

    void odds(String name) {
        odds.add(name);
    }

    void inPart(String name) {
        inPart.add(name);
    }

    /** The values of every named figure and of every point of a curve in base units, by name; not to be written to. */
    public Map<String, double[]> columns() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        figures.forEach((name, figure) -> columns.put(name, figure.column()));
        points.forEach((name, figure) -> columns.put(name, figure.column()));
        return columns;
    }

    /**
     * The inputs that a figure is made of.
     *
     * @param name the name of a figure of this chain
     */
    public List<Input> behind(String name) {
        return Lineage.of(List.of(named(name))).stream()
                .flatMap(figure -> figure.recipe().input().stream())
                .toList();
    }

    /**
     * The arithmetic of this chain as a function of draws, for one thread: the columns of figures by name, good until the
     * next call. What the chain decided by looking at values stays as it was decided.
     *
     * @param names the figures and points of curves that are wanted
     * @param inputs the inputs that the draws vary; others keep their value
     */
    public Function<SampleBatch, Map<String, double[]>> replay(Collection<String> names, Collection<Input> inputs) {
        Map<String, Figure> wanted = new LinkedHashMap<>();
        names.forEach(name -> wanted.put(name, named(name)));
        return new TraceReplay(made, wanted, inputs);
    }

    private Figure named(String name) {
        return Optional.ofNullable(figures.get(name))
                .or(() -> Optional.ofNullable(points.get(name)))
                .orElseThrow(() -> new IllegalArgumentException("no figure %s".formatted(name)));
    }

    /** Takes note of a figure and tells its place. */
    int made(Figure figure) {
        made.add(figure);
        return made.size() - 1;
    }

    Figure derived(String name, String symbol, Figure figure, Unit unit, String expression) {
        return record(
                name,
                symbol,
                figure.column(),
                unit,
                TraceStep.Kind.DERIVED,
                expression,
                Optional.empty(),
                Optional.empty(),
                figure.recipe());
    }

    void point(String curve, Quantity at, Quantity value, Figure figure) {
        Curve longer = curves.getOrDefault(
                        curve, new Curve(curve, at.unit().symbol(), value.unit().symbol(), List.of()))
                .with(at.value(), value.value());
        curves.put(curve, longer);
        if (points.putIfAbsent(longer.column(at.value()), figure) != null) {
            throw new IllegalStateException("%s has two points at %s".formatted(curve, at));
        }
    }

    private Figure record(
            String name,
            String symbol,
            double[] column,
            Unit unit,
            TraceStep.Kind kind,
            String expression,
            Optional<Source> source,
            Optional<Place> place,
            Recipe recipe) {
        return record(
                new TraceStep(name, symbol, column[0] / unit.factor(), unit.symbol(), kind, expression, source, place),
                new Figure(this, column, unit.dimension(), name, Figure.ATOM, recipe));
    }

    private Figure record(TraceStep step, Figure figure) {
        if (figures.putIfAbsent(step.name(), figure) != null) {
            throw new IllegalStateException("the figure %s is computed twice".formatted(step.name()));
        }
        steps.add(step);
        return figure;
    }
}
