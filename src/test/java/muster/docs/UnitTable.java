package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.unit.NumberText;
import muster.unit.Unit;
import muster.unit.UnitSyntax;

/** The closed list of units. */
final class UnitTable {
    private static final List<String> PREFIXES =
            List.of("n", "u", "m", "k", "M", "G", "T", "P", "E", "Z", "Y", "Ki", "Mi", "Gi", "Ti", "Pi");

    private UnitTable() {}

    static PageTable of() {
        List<List<String>> rows = names().map(name -> List.of("`" + name + "`", size(name), prefixes(name)))
                .toList();
        return new PageTable(List.of("unit", "is", "prefixes", "for"), rows);
    }

    // The message that refuses an unknown name gives the list.
    private static Stream<String> names() {
        UnitSyntax refusal = catchThrowableOfType(UnitSyntax.class, () -> Unit.parse("no-such-unit"));
        Matcher list = Pattern.compile("\\((.*); prefixes").matcher(refusal.getMessage());
        assertThat(list.find())
                .as("a list of units in: %s", refusal.getMessage())
                .isTrue();
        return Stream.of(list.group(1).split(", ", -1));
    }

    private static String size(String name) {
        Unit unit = Unit.parse(name);
        String base = unit.dimension().toString();
        return base.equals(name)
                ? "a base unit"
                : NumberText.exact(unit.factor()) + (base.equals("1") ? "" : " " + base);
    }

    private static String prefixes(String name) {
        List<String> known =
                PREFIXES.stream().filter(prefix -> exists(prefix + name)).toList();
        return known.isEmpty() ? "none" : String.join(" ", known);
    }

    private static boolean exists(String name) {
        try {
            Unit unit = Unit.parse(name);
            // "min" is a minute, and no milli-inch.
            return !unit.symbol().equals("min");
        } catch (UnitSyntax e) {
            return false;
        }
    }
}
