package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.view.Data;
import muster.view.Fields;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {

    @Test
    void everyKindOfValueInTheOrderItWasPut() {
        Data data = Fields.of("made-up/v1")
                .text("text", "say \"x\"\n\u2028\\ é <b>")
                .number("number", 0.1)
                .number("large", 1.5e28)
                .count("count", 10_000_000)
                .flag("flag", true)
                .put("nothing", Data.NOTHING)
                .texts("empty", List.of())
                .put("tree", new Fields().build())
                .array("array", List.of(Data.number(1), Data.text("two")))
                .texts("basis", Map.of("scope", "dense"))
                .build();

        assertThat(json(data).replace("\u2028", "\\u2028")).isEqualTo("""
                {
                  "schema": "made-up/v1",
                  "text": "say \\"x\\"\\n\\u2028\\\\ é <b>",
                  "number": 0.1,
                  "large": 1.5e28,
                  "count": 10000000,
                  "flag": true,
                  "nothing": null,
                  "empty": [ ],
                  "tree": { },
                  "array": [
                    1,
                    "two"
                  ],
                  "basis": {
                    "scope": "dense"
                  }
                }
                """);
    }

    @Test
    void whatIsNoNumberIsNothing() {
        assertThat(json(Data.numbers(List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.5))))
                .isEqualTo("[\n  null,\n  null,\n  -0.5\n]\n");
    }

    @Test
    void whatIsNotThereHasNoName() {
        Data data = new Fields()
                .text("a", Optional.empty())
                .number("b", OptionalDouble.empty())
                .put("c", Optional.empty())
                .arrayOrNone("d", List.of())
                .text("e", Optional.of("e"))
                .number("f", OptionalDouble.of(2))
                .put("g", Fields.quantity(3, "s"))
                .build();

        assertThat(json(data)).isEqualTo("""
                {
                  "e": "e",
                  "f": 2,
                  "g": {
                    "value": 3,
                    "unit": "s"
                  }
                }
                """);
    }

    @Test
    void aNameThatIsThereTwiceIsAMistake() {
        Fields fields = new Fields().text("a", "1");

        assertThatThrownBy(() -> fields.number("a", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a field is there twice: a");
    }

    private static String json(Data data) {
        return OutputFormat.JSON.write(MadeUp.ofData(data));
    }
}
