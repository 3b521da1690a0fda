package muster.scenario;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.PathValue;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import muster.unit.UnitSyntax;

/**
 * A figure and the value that it is to reach.
 *
 * @param figure the name of the figure
 * @param value the value; a bare number is in the unit of the figure
 */
public record FigureTarget(String figure, Quantity value) {

    /** What a text says as {@code workforce.parallel_researchers=1e6}, or nothing with a problem reported. */
    public static Optional<FigureTarget> parse(Text text, Problems problems) {
        Optional<PathValue> written = PathValue.of(text.value());
        if (written.isEmpty()) {
            problems.error("set", text.place(), "a value to reach is FIGURE=VALUE");
            return Optional.empty();
        }
        try {
            return Optional.of(new FigureTarget(
                    written.get().path(), Quantity.parse(written.get().value())));
        } catch (UnitSyntax e) {
            problems.error("not-a-quantity", text.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
