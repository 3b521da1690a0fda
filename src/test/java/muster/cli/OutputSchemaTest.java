package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every output as JSON meets the committed schema that it names, by a public validator. */
final class OutputSchemaTest {
    // The schema that a command line prints by, and the command line; each has something that no other has.
    private static final List<String> OUTPUTS = List.of(
            "estimate/v2 | estimate",
            "estimate/v2 | estimate essay-2023 gpt-2030 essay-2023-scaled",
            "estimate/v2 | estimate essay-2023-uncertain --samples 2000 --points sobol",
            "estimate/v2 | estimate essay-2023-lead-productive --samples 2000",
            "estimate/v2 | estimate essay-2023-measured --set fleet.share=20%",
            "estimate/v2 | estimate world-2025-serve",
            "estimate/v2 | estimate src/test/resources/json/several-layers.yaml",
            "estimate/v2 | estimate essay-2023 essay-2023-uncertain --samples auto --precision 5%",
            "estimate/v2 | estimate google-2024-2025",
            "estimate/v2 | estimate epoch-sessions-2026",
            "estimate-exchange-rates/v1 | estimate serve-llama-70b --exchange-rates",
            "estimate-exchange-rates/v1 | estimate essay-2023 serve-llama-70b --exchange-rates --samples 1024",
            "estimate-research-laws/v1 | estimate essay-2023 --laws",
            "estimate-research-laws/v1 | estimate essay-2023 serve-llama-70b --laws --samples 1024",
            "allocate/v2 | allocate one-kind-of-chip",
            "allocate/v2 | allocate one-kind-of-chip --samples 16",
            "allocate/v2 | allocate mixed-fleet-hurried",
            "allocate/v2 | allocate mixed-fleet-research",
            "compare/v2 | compare small-model --techniques fp8,distill",
            "compare/v2 | compare small-model --techniques fp8 --samples 64",
            "sensitivity/v2 | sensitivity --samples 256",
            "sensitivity/v2 | sensitivity --samples 256 --reach workforce.researcher_months_per_month=1e8",
            "scale/v2 | scale --compute 1e24",
            "scale/v2 | scale --compute 1e24 --law besiroglu --samples 1024",
            "scale/v2 | scale --compute 5.76e23 --law besiroglu --law hoffmann-tuned --shape",
            "scale-moe/v1 | scale --compute 1e27 --moe 128/8",
            "scale-isoflop/v1 | scale --compute 1e24 --law besiroglu --isoflop",
            "scale-frontier/v1 | scale --law llama-3 --law besiroglu --frontier 1e24..1e26",
            "scale-fit/v2 | scale fit gadre-104 --bootstrap 4",
            "scale-fit/v2 | scale fit sardana-47 --bootstrap 0",
            "fleet-report/v2 | fleet --samples 1024",
            "fleet-report/v2 | fleet --as-of 2025-12-31 --by owner --samples 1024 --growth 2/year",
            "fleet-usable-for/v1 | fleet --as-of 2025-12-31 --usable-for llama-3.1-70b --samples 1024",
            "throughput/v2 | throughput --model llama-3.1-8b --chip nvidia-h100-sxm --formats fp8",
            "throughput/v2 | throughput --model llama-3.1-8b --chip nvidia-h100-sxm --max-replica-chips 1 --set model.llama-3.1-8b.shape.vocabulary=128000",
            "throughput/v2 | throughput --model deepseek-v3 --chip nvidia-h200-sxm --formats fp8 --max-replica-chips 16 --serial-speed 20",
            "throughput/v2 | throughput --model llama-3.1-8b --chip H200,ironwood --formats fp8 --max-replica-chips 2",
            "throughput-chips/v1 | throughput --model llama-3.1-8b --serial-speed 60 --max-replica-chips 4",
            "throughput-load/v1 | throughput --model llama-3.1-8b --chip H200,nvidia-rtx4090 --rate 9 --tpot 0.012 --ttft 2 --max-replica-chips 2",
            "model-show/v1 | model show deepseek-v3.2",
            "model-show/v1 | model show llama-3.1-8b src/test/resources/json/prediction.json --rough",
            "accuracy/v2 | accuracy",
            "accuracy-gains/v1 | accuracy gains",
            "reproduce/v2 | reproduce --group essay",
            "catalog-explain/v1 | catalog explain nvidia-h100-sxm essay-2023.fleet.availability",
            "catalog-diff/v2 | catalog --catalog src/test/resources/json/catalog diff --scenario serve-llama-70b",
            "catalog-diff-entries/v1 | catalog diff essay-2023 essay-2023-scaled",
            "catalog-diff-entries/v1 | catalog diff epoch-2026 epoch-2026-09",
            "catalog-lint/v1 | catalog lint --waived",
            "catalog-freshness/v1 | catalog freshness",
            "catalog-freshness/v1 | catalog freshness --as-of 2026-11-30",
            "sweep/v1 | sweep --over fleet.share=1%,2% --figure training.compute --out target/swept.csv");

    private static final Pattern OUTPUT = Pattern.compile("(\\S+) \\| (.*)");

    static Stream<Arguments> outputs() {
        return OUTPUTS.stream()
                .map(OUTPUT::matcher)
                .filter(Matcher::matches)
                .map(line -> arguments(line.group(1), line.group(2)));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void anOutputMeetsItsSchemaAndNothingElseDoes(String name, String command) {
        JsonNode document = Cli.muster((command + " --format json").split(" ")).json();
        Schema schema = OutputSchemas.schema(name);

        assertThat(document.path("schema").asString()).isEqualTo(name);
        assertThat(schema.validate(document)).extracting(Error::toString).isEmpty();
        assertThat(SpoiledDocuments.taken(document, schema::validate)).isEmpty();
    }

    @Test
    void everySchemaIsThatOfAnOutput() {
        assertThat(outputs().map(each -> each.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(OutputSchemas.all().keySet());
    }

    @Test
    void everySchemaHasTheHeadOfAll() {
        OutputSchemas.all().forEach((name, schema) -> {
            JsonNode names = schema.path("properties");
            assertThat(names.propertyNames())
                    .as(name)
                    .startsWith("schema", "catalog", "catalog_version")
                    .endsWith("results")
                    .isSubsetOf("schema", "catalog", "catalog_version", "set", "seed", "samples", "points", "results");
            assertThat(names.path("schema").path("const").asString()).isEqualTo(name);
            assertThat(names.path("results").path("type").asString()).isEqualTo("array");
        });
    }
}
