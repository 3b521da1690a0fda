package muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.Stream;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The models of 2026 in the catalog, whose layers are of many kinds, against counts that were made without this code. */
class Models2026Test {
    private static final Catalog SHELF = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load()));
    private static final double CONTEXT = 131_072;

    private static Architecture model(String id) {
        Problems problems = new Problems();
        return SHELF.get(Architecture.KIND, new Text(id, Place.argument(id)), problems)
                .orElseThrow(() -> new AssertionError(Reported.messages(problems)));
    }

    private static Shape shape(String id) {
        return model(id).shape().orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/model/counts-2026.csv", useHeadersInDisplayName = true)
    void countsAgree(String id, double total, double active, double elementsPerToken, double windows, double states) {
        Shape shape = shape(id);
        assertThat(shape.parameters() / 1e9).isCloseTo(total, withinPercentage(0.2));
        assertThat(shape.activeParameters() / 1e9).isCloseTo(active, withinPercentage(0.4));
        double added = shape.kvElements(2 * CONTEXT) - shape.kvElements(CONTEXT);
        assertThat(added / CONTEXT).isCloseTo(elementsPerToken, withinPercentage(1e-9));
        assertThat(shape.kvElements(CONTEXT) - added).isCloseTo(windows + states, within(1.0));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/model/counts-2026.csv", useHeadersInDisplayName = true)
    void layersAddUpToWhatTheModelHas(String id) {
        // Every layer mixes and has a block, once or side by side; only blocks of Nemotron are one or the other.
        Shape shape = shape(id);
        double side = id.startsWith("nemotron") ? 1 : id.startsWith("falcon-h1") ? 3 : 2;
        assertThat(shape.sublayers()).isEqualTo(side * shape.layers());
    }

    @ParameterizedTest
    @CsvSource({
        // GB that are kept of 131,072 tokens with 16 bits for the cache and an index, and 32 for states.
        "deepseek-v3.2,               11.3",
        "glm-5,                       14.4",
        "glm-5.2,                     12.5",
        "deepseek-v4-pro,              1.30",
        "deepseek-v4-flash,            0.91",
        "kimi-k3,                      4.09",
        "qwen3.5-397b-a17b,            4.22",
        "nemotron-3-ultra-550b-a55b,   2.02",
        "nemotron-3-super-120b-a12b,   1.25",
        "minimax-m3,                  18.0",
        "mimo-v2-flash,                3.05",
        "gemma-4-31b,                 11.6",
    })
    void aLongSequenceKeepsAsMuchAsTheTablesSay(String id, double gigabytes) {
        Shape shape = shape(id);
        double states = shape.attention().sum(shape.layers(), mixer -> mixer.stateElements());
        double bytes = 2 * shape.kvElements(CONTEXT) + 2 * states;
        assertThat(bytes / 1e9).isCloseTo(gigabytes, withinPercentage(0.6));
        // An index is kept in fp8 with its scales.
        double index = shape.attention().sum(shape.layers(), mixer -> mixer.indexElements(CONTEXT));
        assertThat(shape.attention().keptBytes(shape.layers(), CONTEXT, 2))
                .isCloseTo(bytes - 2 * index + index * 132 / 128, withinPercentage(1e-9));
    }

    @Test
    void theIndexOfV32IsASecondCacheAndPartOfItsParameters() {
        Shape with = shape("deepseek-v3.2");
        Shape without = shape("deepseek-v3");
        assertThat(with.parameters() - without.parameters()).isEqualTo(61.0 * 13_959_424);
        assertThat(with.kvElementsPerToken() - without.kvElementsPerToken()).isEqualTo(61 * 128);
    }

    @Test
    void zeroExpertsLeaveAThirdOfTheChoicesWithoutWork() {
        // LongCat: 8 of 12 choices on average, between 18.6e9 and 31.3e9, 27e9 as published.
        assertThat(shape("longcat-flash-560b").activeParameters() / 1e9).isCloseTo(27, withinPercentage(1));
    }

    @ParameterizedTest
    @CsvSource({
        "deepseek-v4-pro, mxfp4, experts",
        "kimi-k2.5, int4-g32, experts",
        "kimi-k2, fp8, all",
        "deepseek-r1, fp8, all",
        "gpt-oss-120b, mxfp4, experts",
        "mistral-large-3, fp8, all",
        "qwen3.6-27b, bf16, all",
        "llama-3.1-8b, bf16, all",
    })
    void modelsAreInTheFormatThatTheyArePublishedIn(String id, String format, String quantized) {
        Architecture model = model(id);
        assertThat(model.weightFormat()).hasToString(format);
        assertThat(model.quantized()).hasToString(quantized);
    }

    @ParameterizedTest
    @CsvSource({
        // Degrees of tensor parallelism among 2, 4, 8 and 16 that engines have, by heads and what has no copies.
        "deepseek-v4-pro,              '2, 4, 8, 16'",
        "deepseek-v4-flash,            '2, 4, 8'",
        "nemotron-3-super-120b-a12b,   '2, 4, 8'",
        "granite-4.0-h-small,          '2, 4, 8, 16'",
        "falcon-h1-34b,                '2'",
        "qwen3.5-27b,                  '2, 4, 8'",
        "phi-4,                        '2'",
        "qwen3.8-2.4t-a95b,            '2, 4, 8, 16'",
        "ling-3.0-flash,               '2, 4, 8, 16'",
    })
    void degreesAreThoseThatEnginesHave(String id, String degrees) {
        Shape shape = shape(id);
        assertThat(Stream.of(2, 4, 8, 16).filter(shape::divides).toList()).hasToString("[" + degrees + "]");
    }
}
