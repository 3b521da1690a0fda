package muster.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Forms.Flag;
import muster.document.Forms.NumberKeys;
import muster.document.Forms.WordKeys;
import muster.testing.Reported;
import muster.uncertainty.CorrelationGroup;
import muster.unit.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single values: numbers with their units, words, dates. */
class BinderScalarTest {
    private static final Map<String, String> NUMBERS =
            Map.of("power", "3 kW", "speed", "50 token/s", "share", "25%", "delay", "0 s", "balance", "-1 J");
    private static final Map<String, String> WORDS =
            Map.of("name", "Ada", "flag", "dark-blue", "built", "1912-04-10", "length", "5 s", "port", "x");

    private final Problems problems = new Problems();

    private <T> Optional<T> with(Map<String, String> good, String key, String value, Class<T> type) {
        Map<String, String> changed = new TreeMap<>(good);
        changed.put(key, value);
        String yaml = changed.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        return Forms.bind(yaml, type, problems);
    }

    @Test
    void aNumberComesWithNameValueUnitAndPlace() {
        NumberKeys bound = with(NUMBERS, "power", "3 kW", NumberKeys.class).orElseThrow();
        assertThat(bound.power().name()).isEqualTo("power");
        assertThat(bound.power().value().central().base()).isEqualTo(3000);
        assertThat(bound.power().value().central()).hasToString("3 kW");
        assertThat(bound.power().unit()).hasToString("W");
        assertThat(bound.power().place()).isEqualTo(new Place("f.yaml", 3, 8));
        assertThat(bound.power().source()).isEmpty();
    }

    @Test
    void aPlainUnitStandsForTheWholeOne() {
        NumberKeys plain =
                with(NUMBERS, "speed", "50 token/s", NumberKeys.class).orElseThrow();
        NumberKeys whole =
                with(NUMBERS, "speed", "50 token/s/stream", NumberKeys.class).orElseThrow();
        assertThat(plain.speed().value().central().in("token/s/stream")).isEqualTo(50);
        assertThat(whole.speed().value().central().in("token/s/stream")).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "power | 5 | f.yaml:3:8 no-unit | Maybe 5 W?",
                "power | 4e21 | f.yaml:3:8 no-unit | Maybe 4e21 W?",
                "speed | 5 | f.yaml:5:8 no-unit | Maybe 5 token/s?",
                "power | 5 J | f.yaml:3:8 wrong-unit | '5 J' is in J, and this key is in W",
                "speed | 5 token | f.yaml:5:8 wrong-unit | is in token",
                "speed | 5 token/s/chip | f.yaml:5:8 wrong-unit | token/s",
                "delay | 5 researcher-second | f.yaml:2:8 wrong-unit | researcher-second",
                "share | 5 s | f.yaml:4:8 wrong-unit | is in s",
                "power | 5 Watts | f.yaml:3:8 not-a-quantity | Maybe W?",
                "power | 5W | f.yaml:3:8 not-a-quantity | Maybe 5 W?",
                "power | lots | f.yaml:3:8 not-a-quantity | 'lots'",
                "power | 0 W | f.yaml:3:8 out-of-range | above 0",
                "power | -5 W | f.yaml:3:8 out-of-range | above 0",
                "share | 0% | f.yaml:4:8 out-of-range | at most 100%",
                "share | 101% | f.yaml:4:8 out-of-range | at most 100%",
                "share | 25 | f.yaml:4:8 out-of-range | at most 100%",
                "delay | -1 s | f.yaml:2:8 out-of-range | 0 or above",
                "power | [5 W] | f.yaml:3:8 wrong-shape | a list",
                "power | `` | f.yaml:3:7 wrong-shape | nothing",
                "power | !delete | f.yaml:3:8 wrong-shape | !delete",
                "power | {value: 5 W, correlation_group: g} | f.yaml:3:16 correlation | is certain",
                "power | {value: 5 W to 6 W, correlation_group: G 1} | f.yaml:3:47 correlation | lower case",
                "power | {value: 5 W to 6 W, correlation_group: [g]} | f.yaml:3:47 correlation | lower case",
                "power | {low: 5 W, high: 6 W, correlation: 0.5} | f.yaml:3:43 correlation | needs correlation_group",
                "power | {value: 5 W to 6 W, correlation_group: g, correlation: 2} | f.yaml:3:63 correlation | '2'",
                "power | {value: 5 W to 6 W, correlation_group: g, correlation: 0} | f.yaml:3:63 correlation | '0'",
                "power | {value: 5 W to 6 W, low: 5 W, correlation_group: g} | f.yaml:3:16 not-a-quantity | 'value'",
            })
    void aWrongNumberIsReportedAtItsPlace(String key, String value, String reported, String advice) {
        assertThat(with(NUMBERS, key, value, NumberKeys.class)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(reported);
        assertThat(Reported.messages(problems)).startsWith(key).contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: 3 to 4 kW, correlation_group: grid} | 1",
                "{low: 3 kW, high: 4 kW, correlation_group: grid, correlation: 0.8} | 0.8",
                "{dist: uniform, low: 3 kW, high: 4 kW, correlation_group: grid, correlation: -50%} | -0.5",
            })
    void anUncertainNumberSaysWhatItMovesWith(String written, double correlation) {
        NumberKeys bound = with(NUMBERS, "power", written, NumberKeys.class).orElseThrow();

        assertThat(bound.power().group()).contains(new CorrelationGroup("grid", correlation));
        assertThat(bound.power().value().distribution().quantile(0.5)).isBetween(3000.0, 4000.0);
        assertThat(bound.share().group()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "share, 100%",
        "share, 1",
        "share, 0.001%",
        "delay, 0 s",
        "balance, -5 kWh",
        "balance, 0 J",
        "power, 1e-9 W"
    })
    void theEndsOfARangeAreGood(String key, String value) {
        assertThat(with(NUMBERS, key, value, NumberKeys.class)).isPresent();
    }

    @Test
    void wordsDatesAndQuantitiesAreRead() {
        WordKeys bound = with(WORDS, "name", "Ada", WordKeys.class).orElseThrow();
        assertThat(bound.name()).isEqualTo("Ada");
        assertThat(bound.flag()).isEqualTo(Flag.DARK_BLUE);
        assertThat(bound.built()).isEqualTo(LocalDate.of(1912, 4, 10));
        assertThat(bound.length()).isEqualTo(Quantity.of(5, "s"));
        assertThat(bound.port().place()).isEqualTo(new Place("f.yaml", 5, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flag | darkblue | f.yaml:2:7 unknown-word | Maybe dark-blue?",
                "flag | green | f.yaml:2:7 unknown-word | dark-blue, red",
                "flag | RED | f.yaml:2:7 unknown-word | Maybe red?",
                "flag | {a: 1} | f.yaml:2:7 wrong-shape | one of dark-blue, red",
                "built | 10.4.1912 | f.yaml:1:8 not-a-date | as 2025-12-31",
                "built | 1912-02-30 | f.yaml:1:8 not-a-date | '1912-02-30'",
                "built | [x] | f.yaml:1:8 wrong-shape | a date",
                "length | 5 seconds | f.yaml:3:9 not-a-quantity | Maybe s?",
                "name | [a] | f.yaml:4:7 wrong-shape | a text",
                "name | `` | f.yaml:4:6 wrong-shape | nothing",
            })
    void aWrongWordIsReportedAtItsPlace(String key, String value, String reported, String advice) {
        assertThat(with(WORDS, key, value, WordKeys.class)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(reported);
        assertThat(Reported.messages(problems)).contains(key).contains(advice);
    }
}
