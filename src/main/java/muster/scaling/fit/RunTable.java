package muster.scaling.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import muster.unit.NumberText;

/**
 * How runs are read from a table.
 *
 * @param columns the names of columns by what they hold: {@code parameters}, {@code tokens}, {@code flop}, {@code loss},
 *     {@code error}; usual names need not be given
 * @param where the value that a column must have
 * @param dropHighest how many of the highest losses are left out, with what equals the last of them
 */
public record RunTable(Map<String, String> columns, Map<String, String> where, int dropHighest) {
    private static final Map<String, List<String>> USUAL = usual();
    // Nobody trains a language model of so few parameters, or on so few tokens.
    private static final double UNLIKELY = 1e5;

    private static Map<String, List<String>> usual() {
        Map<String, List<String>> usual = new LinkedHashMap<>();
        usual.put("parameters", List.of("parameters", "params", "model size", "params_total", "n"));
        usual.put("tokens", List.of("tokens", "training tokens", "d"));
        usual.put("flop", List.of("flop", "flops", "training flop", "compute", "flops_6nd", "budget", "c"));
        usual.put("loss", List.of("loss", "smoothed loss", "val_loss", "validation loss", "final loss", "loss_c4_val"));
        usual.put("error", List.of("error", "top-1 error", "downstream error"));
        return usual;
    }

    /** The runs of a table, or nothing with problems reported; without tokens D is FLOP / (6 N). */
    public Optional<FitRuns> read(String file, Csv csv, Problems problems) {
        int before = problems.reports();
        columns.keySet().stream()
                .filter(what -> !USUAL.containsKey(what))
                .forEach(what -> problems.error(
                        "unknown-column",
                        Place.argument("--column " + what),
                        "columns hold %s.%s"
                                .formatted(String.join(", ", USUAL.keySet()), Nearest.maybe(what, USUAL.keySet()))));
        Map<Integer, String> conditions = new LinkedHashMap<>();
        where.forEach((name, value) -> named(csv, name, "--where " + name + "=" + value, problems)
                .ifPresent(column -> conditions.put(column, value)));
        Optional<Integer> parameters = column(csv, "parameters", true, problems);
        Optional<Integer> loss = column(csv, "loss", true, problems);
        Optional<Integer> tokens = column(csv, "tokens", false, problems);
        Optional<Integer> flop = tokens.isPresent() || columns.containsKey("tokens")
                ? Optional.empty()
                : column(csv, "flop", true, problems);
        Optional<Integer> error = column(csv, "error", false, problems);
        if (problems.reports() > before) {
            return Optional.empty();
        }
        List<TrainingRun> runs = new ArrayList<>();
        for (List<Text> row : csv.rows()) {
            if (conditions.entrySet().stream()
                    .allMatch(condition -> row.get(condition.getKey()).value().equals(condition.getValue()))) {
                double size = number(row.get(parameters.orElseThrow()), problems);
                double spent = number(row.get(tokens.or(() -> flop).orElseThrow()), problems);
                double count = tokens.isPresent() ? spent : spent / (LawFit.FLOP_PER_PARAMETER_TOKEN * size);
                runs.add(new TrainingRun(
                        size,
                        count,
                        number(row.get(loss.orElseThrow()), problems),
                        error.map(column -> OptionalDouble.of(number(row.get(column), problems)))
                                .orElse(OptionalDouble.empty())));
            }
        }
        if (problems.reports() > before) {
            return Optional.empty();
        }
        List<TrainingRun> kept = kept(runs);
        List<Diagnostic> warnings = new ArrayList<>();
        few(csv.head().get(parameters.orElseThrow()), "parameters", runs, TrainingRun::parameters)
                .ifPresent(warnings::add);
        few(csv.head().get(tokens.or(() -> flop).orElseThrow()), "tokens", runs, TrainingRun::tokens)
                .ifPresent(warnings::add);
        return Optional.of(new FitRuns(file, kept, runs.size() - kept.size(), warnings));
    }

    // What is counted in millions or thousands of millions looks so.
    private static Optional<Diagnostic> few(
            Text head, String what, List<TrainingRun> runs, ToDoubleFunction<TrainingRun> of) {
        double most = runs.stream().mapToDouble(of).max().orElse(UNLIKELY);
        return most >= UNLIKELY
                ? Optional.empty()
                : Optional.of(Diagnostic.warn(
                        "unlikely-unit",
                        head.place(),
                        "no run has more than %s %s, which are counted one by one. Maybe '%s' is in millions or billions?"
                                .formatted(NumberText.rounded(most, 4), what, head.value())));
    }

    private List<TrainingRun> kept(List<TrainingRun> runs) {
        if (dropHighest == 0) {
            return runs;
        }
        double[] losses = runs.stream().mapToDouble(TrainingRun::loss).sorted().toArray();
        double highest = dropHighest >= losses.length ? Double.NEGATIVE_INFINITY : losses[losses.length - dropHighest];
        return runs.stream().filter(run -> run.loss() < highest).toList();
    }

    private Optional<Integer> column(Csv csv, String what, boolean needed, Problems problems) {
        if (columns.containsKey(what)) {
            return named(csv, columns.get(what), "--column " + what + "=" + columns.get(what), problems);
        }
        List<Integer> meant = USUAL.getOrDefault(what, List.of()).stream()
                .flatMap(name -> csv.columns(name).stream())
                .toList();
        meant.stream()
                .skip(1)
                .forEach(second -> problems.error(
                        "duplicate-column",
                        csv.head().get(second).place(),
                        "'%s' holds %s a second time, after '%s'. Maybe --column %s=NAME, where their names differ?"
                                .formatted(
                                        csv.head().get(second).value(),
                                        what,
                                        csv.head().get(meant.get(0)).value(),
                                        what)));
        Optional<Integer> found = meant.stream().findFirst();
        if (found.isEmpty() && needed) {
            problems.error(
                    "unknown-column",
                    csv.head().get(0).place(),
                    "no column holds %s%s; there are %s. Maybe --column %s=NAME?"
                            .formatted(
                                    what,
                                    what.equals("flop") ? " or tokens" : "",
                                    names(csv).stream().collect(Collectors.joining(", ")),
                                    what));
        }
        return found;
    }

    private static Optional<Integer> named(Csv csv, String name, String argument, Problems problems) {
        Optional<Integer> found = csv.column(name);
        csv.columns(name).stream()
                .skip(1)
                .forEach(second -> problems.error(
                        "duplicate-column",
                        csv.head().get(second).place(),
                        "a second column is named '%s'".formatted(name)));
        if (found.isEmpty()) {
            problems.error(
                    "unknown-column",
                    Place.argument(argument),
                    "there is no column '%s'; there are %s.%s"
                            .formatted(name, String.join(", ", names(csv)), Nearest.maybe(name, names(csv))));
        }
        return found;
    }

    private static List<String> names(Csv csv) {
        return csv.head().stream().map(Text::value).toList();
    }

    private static double number(Text cell, Problems problems) {
        try {
            double value = Double.parseDouble(cell.value());
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        boolean comma = cell.value().matches("\\d+,\\d+([eE][+-]?\\d+)?");
        problems.error(
                "not-a-quantity",
                cell.place(),
                "'%s' is not a number above 0%s"
                        .formatted(
                                cell.value(),
                                comma
                                        ? ": decimals have a point. Maybe "
                                                + cell.value().replace(',', '.') + "?"
                                        : ""));
        return Double.NaN;
    }
}
