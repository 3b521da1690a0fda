package muster.document;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.CorrelationGroup;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;

/** Reads which group an uncertain number moves with: {@code correlation_group} and {@code correlation} beside its parts. */
final class CorrelationReader {
    static final String GROUP = "correlation_group";
    static final String CORRELATION = "correlation";
    /** The keys that stand beside the parts of a number and are none of them. */
    static final List<String> KEYS = List.of(GROUP, CORRELATION);

    private CorrelationReader() {}

    /** The group that a number names, or nothing, with a problem reported where it names one wrongly. */
    static Optional<CorrelationGroup> of(Mapping number, String path, Problems problems) {
        Optional<Node> group = number.get(GROUP);
        if (group.isEmpty()) {
            number.get(CORRELATION)
                    .ifPresent(correlation -> problems.error(
                            "correlation",
                            correlation.place(),
                            "%s: correlation needs correlation_group, the name of what it moves with".formatted(path)));
            return Optional.empty();
        }
        Optional<Text> name = number.text(GROUP)
                .filter(text -> text.value().length() <= 100)
                .filter(text -> text.value().matches("[a-z0-9]+([.-][a-z0-9]+)*"));
        if (name.isEmpty()) {
            problems.error(
                    "correlation",
                    group.get().place(),
                    "%s: correlation_group is a name in lower case with hyphens, as chip-counts".formatted(path));
        }
        Optional<Double> correlation = correlation(number, path, problems);
        return name.flatMap(text -> correlation.map(value -> new CorrelationGroup(text.value(), value)));
    }

    private static Optional<Double> correlation(Mapping number, String path, Problems problems) {
        Optional<Node> written = number.get(CORRELATION);
        if (written.isEmpty()) {
            return Optional.of(1.0);
        }
        Optional<Double> value = number.text(CORRELATION)
                .flatMap(CorrelationReader::number)
                .filter(correlation -> Math.abs(correlation) <= 1 && correlation != 0);
        if (value.isEmpty()) {
            problems.error(
                    "correlation",
                    written.get().place(),
                    "%s: correlation is a number from -1 to 1 and not 0, as 0.8, not %s"
                            .formatted(path, written.get().kind()));
        }
        return value;
    }

    private static Optional<Double> number(Text text) {
        try {
            return Optional.of(Quantity.parse(text.value()).in("1"));
        } catch (UnitSyntax | UnitMismatch e) {
            return Optional.empty();
        }
    }
}
