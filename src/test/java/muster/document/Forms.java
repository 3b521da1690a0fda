package muster.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import muster.diagnostic.Problems;
import muster.document.yaml.Document;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.document.yaml.YamlReader;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/** Small forms for the tests of the binder: a ship, its engine, its crew. */
final class Forms {
    private Forms() {}

    record NumberKeys(
            @In("W") Input power,
            @In(value = "token/s/stream", plain = "token/s") Input speed,
            @In(value = "1", range = Range.FRACTION) Input share,
            @In(value = "s", range = Range.NON_NEGATIVE) Input delay,
            @In(value = "J", range = Range.ANY) Input balance) {}

    record WordKeys(String name, Flag flag, LocalDate built, Quantity length, Text port) {}

    enum Flag {
        DARK_BLUE,
        RED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Ship(
            String name,
            Engine engine,
            Optional<Crew> crew,

            @Otherwise(value = "2 h", because = "as usual") @In("s")
            Input watch) {}

    record Engine(@In("W") Input power, Optional<Text> maker) {}

    record Crew(
            @In("researcher") Input heads, @Absent("none") Optional<Text> captain) {}

    record Hold(@In("B") Map<String, Input> cargo, List<Text> ports, Map<String, Engine> engines) {}

    record Voyage(@Inline Budget budget, Optional<Drive> drive, Optional<Route> route) {}

    @Choice
    sealed interface Budget permits Lasting, Burning {}

    @When(key = "duration")
    record Lasting(@In("s") Input duration) implements Budget {}

    @When(key = "fuel")
    record Burning(@In("J") Input fuel, Optional<Text> grade) implements Budget {}

    @Choice(by = "method")
    sealed interface Drive permits SteadyPace, StopAndGo {}

    record SteadyPace(@In("W") Input power) implements Drive {}

    record StopAndGo(@In("s") Input stop, @In("s") Input go) implements Drive {}

    @Choice
    @CatalogEntry("route/v1")
    sealed interface Route permits Anywhere, Known {}

    @When(word = "anywhere")
    record Anywhere() implements Route {}

    @When(key = "length")
    record Known(@In("s") Input length, Optional<Text> name) implements Route {}

    /** What a text binds to, with problems collected; entries are found by the function, by id. */
    static <T> Optional<T> bind(
            String yaml, Class<T> type, Problems problems, Function<String, Optional<Mapping>> entries) {
        Document document = YamlReader.read("f.yaml", yaml, problems).get(0);
        Mapping root = Citations.attach(document.root(), problems);
        return new Binder((schema, id) -> entries.apply(schema + " " + id.value()), problems, document.mended())
                .bind(root, type, "");
    }

    static <T> Optional<T> bind(String yaml, Class<T> type, Problems problems) {
        return bind(yaml, type, problems, id -> Optional.empty());
    }
}
