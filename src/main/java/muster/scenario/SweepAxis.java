package muster.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.PathValue;
import muster.fleet.stock.Fleet;
import muster.model.Architecture;
import muster.scaling.law.Law;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import muster.workforce.ResearcherRate;

/**
 * An input and the values that a sweep gives it.
 *
 * @param path the path of the input
 * @param values the values, as one would set them
 */
public record SweepAxis(String path, List<String> values) {
    private static final Pattern GRID = Pattern.compile("(.+?)\\.\\.(.+?)(?::(\\d{1,7}))?(:log)?");
    private static final int USUAL = 5;
    // Lists, and what is no number: a name may hold two dots.
    private static final String NO_GRID = "[\\[{!].*|.*,.*";
    private static final int MOST = 1_000_000;
    // Of a longer list of values no example is given.
    private static final int MOST_NAMED = 20;
    private static final Map<String, EntryKind<?>> SHELVES = shelves();

    public SweepAxis {
        values = List.copyOf(values);
    }

    // The inputs that name an entry of the catalog, of which all may be meant.
    private static Map<String, EntryKind<?>> shelves() {
        Map<String, EntryKind<?>> shelves = new LinkedHashMap<>();
        shelves.put(ScenarioPaths.TRAINING_LAW, Law.KIND);
        shelves.put(ScenarioPaths.INFERENCE_MODEL, Architecture.KIND);
        shelves.put(ScenarioPaths.EXCHANGE_RATE, ResearcherRate.KIND);
        shelves.put(ScenarioPaths.FLEET_ID, Fleet.KIND);
        return shelves;
    }

    /**
     * The axis that a text writes: {@code fleet.share=1%..50%:20:log}, {@code training.duration=90 day, 180 day} or
     * {@code training.law=all}; nothing with a problem reported. Without a number of points a range has five.
     */
    public static Optional<SweepAxis> parse(String text, Catalog catalog, Problems problems) {
        Optional<PathValue> parts = PathValue.of(text);
        if (parts.isEmpty()) {
            return refused(text, "an axis is PATH=VALUES, as fleet.share=1%..50%:20:log", problems);
        }
        String path = parts.get().path();
        String values = parts.get().value();
        if (values.equals("all")) {
            EntryKind<?> kind = SHELVES.get(path);
            return kind == null
                    ? refused(text, "all is for " + String.join(", ", SHELVES.keySet()), problems)
                    : Optional.of(new SweepAxis(path, List.copyOf(new TreeSet<>(catalog.ids(kind)))));
        }
        Matcher grid = GRID.matcher(values);
        if (!grid.matches() || (grid.group(3) == null && values.matches(NO_GRID))) {
            return Optional.of(new SweepAxis(
                    path,
                    Arrays.stream(values.split(",", -1)).map(String::strip).toList()));
        }
        try {
            return Optional.of(new SweepAxis(path, grid(grid)));
        } catch (UnitSyntax | UnitMismatch e) {
            return refused(text, String.valueOf(e.getMessage()), problems);
        }
    }

    private static List<String> grid(Matcher grid) {
        Quantity high = Quantity.parse(grid.group(2));
        Quantity first = Quantity.parse(grid.group(1));
        Unit unit = high.unit();
        double low = first.beside(unit).in(unit);
        int points = grid.group(3) == null ? USUAL : Integer.parseInt(grid.group(3));
        boolean logarithmic = grid.group(4) != null;
        double top = high.in(unit);
        if (points < 2 || points > MOST || low >= top || (logarithmic && low <= 0)) {
            throw new UnitSyntax(
                    "a grid runs from low to high in 2 to %s points; a logarithmic one begins above 0".formatted(MOST));
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double part = i / (points - 1.0);
            double value = logarithmic ? low * Math.pow(top / low, part) : low + part * (top - low);
            values.add(new Quantity((i == points - 1 ? top : value) * unit.factor(), unit).toString());
        }
        return values;
    }

    private static Optional<SweepAxis> refused(String text, String message, Problems problems) {
        problems.error("set", Place.argument("--over " + text), message);
        return Optional.empty();
    }

    /** Reports an axis that stands twice: every point would be at the values of the last. */
    public static void checkOnce(List<SweepAxis> axes, Problems problems) {
        Map<String, SweepAxis> first = new LinkedHashMap<>();
        for (SweepAxis axis : axes) {
            SweepAxis before = first.putIfAbsent(axis.path(), axis);
            if (before != null) {
                List<String> all = new ArrayList<>(before.values());
                all.addAll(axis.values());
                boolean few = all.size() <= MOST_NAMED;
                problems.error(
                        "duplicate-axis",
                        Place.argument("--over " + axis.path()),
                        "'%s' is an axis already.%s"
                                .formatted(
                                        axis.path(),
                                        few
                                                ? " Maybe --over %s=%s?"
                                                        .formatted(
                                                                axis.path(),
                                                                String.join(
                                                                        ",",
                                                                        all.stream()
                                                                                .distinct()
                                                                                .toList()))
                                                : ""));
            }
        }
    }

    /** Every combination of values, the last axis changing fastest. */
    public static List<List<String>> points(List<SweepAxis> axes) {
        List<List<String>> points = List.of(List.of());
        for (SweepAxis axis : axes) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> point : points) {
                for (String value : axis.values) {
                    List<String> next = new ArrayList<>(point);
                    next.add(value);
                    longer.add(List.copyOf(next));
                }
            }
            points = longer;
        }
        return points;
    }
}
