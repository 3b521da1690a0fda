package muster.document;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;

/**
 * A certain amount above zero, as a person types it outside of a file.
 *
 * @param unit the unit in which it is, as {@code token}
 * @param bare whether a number alone is in that unit, where nothing else can be meant
 * @param advice how to write one, which ends a message: {@code as 1e15}
 */
public record PositiveAmount(String unit, boolean bare, String advice) {

    /** The amount that a text writes, in the unit it was written in, or nothing with a problem reported. */
    public Optional<Quantity> parse(Text text, Problems problems) {
        try {
            Quantity written = Quantity.parse(text.value());
            Quantity amount = bare && written.unit().equals(Unit.ONE) ? Quantity.of(written.base(), unit) : written;
            if (amount.in(unit) > 0) {
                return Optional.of(amount);
            }
            problems.error(
                    "out-of-range",
                    text.place(),
                    "'%s' is not above 0. Maybe an amount, %s?".formatted(text.value(), advice));
        } catch (UnitSyntax | UnitMismatch e) {
            problems.error("not-a-quantity", text.place(), "%s; %s".formatted(e.getMessage(), advice));
        }
        return Optional.empty();
    }
}
