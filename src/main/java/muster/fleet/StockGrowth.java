package muster.fleet;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import muster.unit.UnitSyntax;

/** How stocks grow after their last count, as a person writes it. */
public final class StockGrowth {
    private static final Pattern WRITTEN = Pattern.compile("([0-9.]+(?:e[0-9]+)?) ?/ ?year");

    private StockGrowth() {}

    /** The factor of a year that a text writes, as {@code 2.3/year}, above 0; or nothing with a problem reported. */
    public static OptionalDouble parse(Text text, Problems problems) {
        Matcher written = WRITTEN.matcher(text.value().strip());
        try {
            if (written.matches() && Quantity.parse(written.group(1)).base() > 0) {
                return OptionalDouble.of(Quantity.parse(written.group(1)).base());
            }
        } catch (UnitSyntax e) {
            // Said below.
        }
        problems.error("growth", text.place(), "growth is a factor a year above 0, as 2.3/year");
        return OptionalDouble.empty();
    }
}
