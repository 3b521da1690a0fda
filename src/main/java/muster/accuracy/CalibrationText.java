package muster.accuracy;

import java.util.List;
import java.util.Set;
import muster.accuracy.measurement.FactorPaths;
import muster.inference.calibration.Calibration;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/** A fitted calibration as an entry of the catalog. What the fit did not move keeps its source. */
final class CalibrationText {
    private static final int DIGITS = 4;
    // What the fit makes beside the constants that it moves.
    private static final Set<String> FOUND =
            Set.of("vendors", "residuals", "family_residuals", "unseen_families", "unseen_kinds", "kinds", "rows");

    private CalibrationText() {}

    static String of(Calibration calibration, int rows) {
        StringBuilder text = new StringBuilder();
        text.append("schema: calibration/v1\n");
        text.append("id: measured\n");
        text.append("title: \"Constants fitted to measurements of servers, by muster accuracy fit\"\n");
        text.append("sources:\n");
        text.append(
                "  fit: {title: \"fit of %s measured rows by muster accuracy fit, from the values of the entry operators\", tier: derived}\n"
                        .formatted(rows));
        text.append(
                "  before: {title: \"as in the entry operators, which the fit does not move\", tier: assumption}\n");
        text.append("default_source: fit\n");
        List<String> moved =
                TunedFactor.of(calibration).stream().map(TunedFactor::path).toList();
        Lines lines = new Lines(text, moved);
        FactorPaths.each(calibration, lines::add);
        return text.toString();
    }

    private static final class Lines {
        private final StringBuilder text;
        private final List<String> moved;
        private List<String> open = List.of();

        Lines(StringBuilder text, List<String> moved) {
            this.text = text;
            this.moved = moved;
        }

        void add(String path, Input input) {
            List<String> parts = FactorPaths.parts(path);
            List<String> above = parts.subList(0, parts.size() - 1);
            int shared = 0;
            while (shared < Math.min(open.size(), above.size())
                    && open.get(shared).equals(above.get(shared))) {
                shared++;
            }
            for (int i = shared; i < above.size(); i++) {
                text.append("  ".repeat(i)).append(above.get(i)).append(":\n");
            }
            open = above;
            boolean fitted =
                    moved.contains(path) || FOUND.contains(parts.get(0)) || parts.contains("time_to_first_token");
            String number = fitted
                    ? SignificantDigits.significant(
                            FactorPaths.value(input) / input.value().unit().factor(), DIGITS)
                    : NumberText.exact(
                            FactorPaths.value(input) / input.value().unit().factor());
            String symbol = input.value().unit().symbol();
            String value = symbol.equals("1") ? number : number + " " + symbol;
            text.append("  ".repeat(above.size()))
                    .append(parts.get(parts.size() - 1))
                    .append(": ")
                    .append(fitted ? value : "{value: %s, source: before}".formatted(value))
                    .append('\n');
        }
    }
}
