package muster.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.accuracy.measurement.MeasuredCase;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of each row under fits that did not see its chip, its model or its source, as the fit left it in a file.
 *
 * @param withoutChip values by id of the row
 * @param withoutModel values by id of the row
 * @param withoutSource values by id of the row
 */
record LeaveOneOut(
        Map<String, Double> withoutChip, Map<String, Double> withoutModel, Map<String, Double> withoutSource) {
    private static final String HEAD = "id,without_chip,without_model,without_source\n";
    private static final int DIGITS = 5;

    LeaveOneOut {
        withoutChip = Map.copyOf(withoutChip);
        withoutModel = Map.copyOf(withoutModel);
        withoutSource = Map.copyOf(withoutSource);
    }

    /** Of rows that the fit did not use. */
    static final LeaveOneOut NONE = new LeaveOneOut(Map.of(), Map.of(), Map.of());

    /** The same with those of first tokens, and with the forecasts of rows of which no fit saw any. */
    LeaveOneOut and(FirstTokenFit firstTokens, Forecast forecast, List<MeasuredCase> all) {
        Map<String, Double> others = new HashMap<>();
        all.forEach(one -> {
            if (!withoutChip.containsKey(one.row().id())) {
                others.put(one.row().id(), forecast.value(one));
            }
        });
        return new LeaveOneOut(
                joined(others, withoutChip, firstTokens.leftOut(one -> one.row().chip())),
                joined(
                        others,
                        withoutModel,
                        firstTokens.leftOut(one -> one.row().model())),
                joined(
                        others,
                        withoutSource,
                        firstTokens.leftOut(one -> one.row().origin())));
    }

    private static Map<String, Double> joined(
            Map<String, Double> others, Map<String, Double> steps, Map<String, Double> firstTokens) {
        Map<String, Double> joined = new HashMap<>(others);
        joined.putAll(steps);
        joined.putAll(firstTokens);
        return joined;
    }

    static Optional<LeaveOneOut> read(Csv table, Problems problems) {
        Map<String, Double> chips = new HashMap<>();
        Map<String, Double> models = new HashMap<>();
        Map<String, Double> sources = new HashMap<>();
        int before = problems.reports();
        for (List<Text> row : table.rows()) {
            number(row.get(1), problems).ifPresent(value -> chips.put(row.get(0).value(), value));
            number(row.get(2), problems)
                    .ifPresent(value -> models.put(row.get(0).value(), value));
            number(row.get(3), problems)
                    .ifPresent(value -> sources.put(row.get(0).value(), value));
        }
        return problems.reports() > before ? Optional.empty() : Optional.of(new LeaveOneOut(chips, models, sources));
    }

    private static Optional<Double> number(Text cell, Problems problems) {
        if (cell.value().matches("[0-9.]+([eE][+-]?[0-9]+)?")) {
            return Optional.of(Double.parseDouble(cell.value()));
        }
        problems.error("not-a-number", cell.place(), "'%s' is not a number".formatted(cell.value()));
        return Optional.empty();
    }

    OptionalDouble chip(String id) {
        return value(withoutChip.get(id));
    }

    OptionalDouble model(String id) {
        return value(withoutModel.get(id));
    }

    OptionalDouble source(String id) {
        return value(withoutSource.get(id));
    }

    private static OptionalDouble value(@Nullable Double found) {
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }

    /** The file, rows in the order of the ids. */
    String csv(List<String> ids) {
        Function<Double, String> text = value -> SignificantDigits.significant(value, DIGITS);
        return ids.stream()
                .map(id -> "%s,%s,%s,%s\n"
                        .formatted(
                                id,
                                text.apply(withoutChip.get(id)),
                                text.apply(withoutModel.get(id)),
                                text.apply(withoutSource.get(id))))
                .collect(Collectors.joining("", HEAD, ""));
    }
}
