package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muster.catalog.EntryKind;
import muster.request.EntryKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The committed JSON Schemas, by a public validator. */
final class SchemaTest {
    private static final Path FOLDER = Path.of("schema");
    private static final Path CATALOG = Path.of("hardware-catalog");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private static Schema schema(String kind) {
        return REGISTRY.getSchema(read(FOLDER.resolve(kind + ".schema.json")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<EntryKind<?>> kinds() {
        return EntryKinds.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFileOfTheCatalogMeetsItsSchema(EntryKind<?> kind) throws IOException {
        Schema schema = schema(kind.name());
        try (Stream<Path> files = Files.walk(CATALOG.resolve(kind.folder()))) {
            List<Path> entries = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(entries).isNotEmpty();
            entries.forEach(file -> assertThat(schema.validate(YAML.readTree(read(file))))
                    .as("%s by the schema of its kind", file)
                    .isEmpty());
        }
    }

    // What is wrong in a file that was right, and what is not.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power: {tdp: 700 W} | power: {tdp: 0.7 kW} | true",
                "power: {tdp: 700 W} | power: {tdp: 650 to 700 W} | true",
                "power: {tdp: 700 W} | power: {tdp: {value: 700 W, source: s, conflicts: {s: 650 W}}} | true",
                "power: {tdp: 700 W} | power: {tdp: {low: 650 W, high: 700 W, correlation_group: g}} | true",
                "power: {tdp: 700 W} | power: {} | true",
                "power: {tdp: 700 W} | power: {tdp: 700} | false",
                "power: {tdp: 700 W} | power: {tdp: 700 watts} | false",
                "power: {tdp: 700 W} | power: {tdp: 700 GB/s} | false",
                "power: {tdp: 700 W} | power: {tpd: 700 W} | false",
                "power: {tdp: 700 W} | power: {tdp: {value: 700 W, sauce: s}} | false",
                "power: {tdp: 700 W} | power: 700 W | false",
                "power: {tdp: 700 W} | energy: {tdp: 700 W} | false",
                "bf16: 989.4 TFLOP/s | bf16: 989.4 TFLOPS | false",
                "bf16: 989.4 TFLOP/s | bf16: 989.4 TOP/s | false",
                "capacity: 80 GiB | capacity: 80 GB | true",
                "bandwidth: 3 TB/s | bandwidth: 24 Tb/s | true",
                "bandwidth: 3 TB/s | bandwidth: 3 Tbps | false",
                "status: available | status: rumoured | false",
                "vendor: House | vendor: 3 | true",
                "vendor: House | vendor: [House] | false",
                "id: mine | id: My Chip | false",
                "available: 2025-06 | available: 2025 | true",
                "available: 2025-06 | available: 2025-Q3 | true",
                "available: 2025-06 | available: June 2025 | false",
                "kind: purchase, per_chip: 3 USD | kind: reserved, per_hour: 3 USD/h | true",
                "kind: purchase, per_chip: 3 USD | kind: reserved, per_chip: 3 USD | false",
                "kind: purchase, per_chip: 3 USD | per_chip: 3 USD | false",
                "vendor: House | extends: nvidia-h100-sxm | true"
            })
    void anEditorIsToldWhatIsWrong(String line, String changed, boolean right) {
        String chip = """
                schema: chip/v1
                id: mine
                sources: {s: {title: S, tier: vendor}}
                vendor: House
                status: available
                available: 2025-06
                peak: {bf16: 989.4 TFLOP/s}
                memory: {hbm: {type: HBM3, capacity: 80 GiB, bandwidth: 3 TB/s}}
                interconnect: {}
                power: {tdp: 700 W}
                prices: {new: {kind: purchase, per_chip: 3 USD, as_of: 2025, currency_year: 2025}}
                """;
        assertThat(chip).contains(line);

        assertThat(schema("chip").validate(YAML.readTree(chip))).isEmpty();
        assertThat(schema("chip")
                        .validate(YAML.readTree(chip.replace(line, changed)))
                        .isEmpty())
                .as("%s may stand in the place of %s", changed, line)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training: {law: besiroglu, duration: 90 day} | true",
                "training: {law: {id: tokens-per-parameter, ratio: 20 token/parameter}, compute: 1e25 FLOP} | true",
                "training: {law: {id: tokens-per-parameter, ratoi: 20 token/parameter}, compute: 1e25 FLOP} | false",
                "training: {law: besiroglu, duration: 90 day, compute: 1e25 FLOP} | false",
                "training: {law: besiroglu} | false",
                "training: {law: besiroglu, duration: 90} | false",
                "fleet: {chips: {nvidia-h100-sxm: 100}} | true",
                "fleet: {chips: {nvidia-h100-sxm: many}} | false",
                "overlays: [mine.yaml] | true"
            })
    void choicesOfAScenarioAreTold(String section, boolean right) {
        String scenario = "schema: scenario/v1\nid: mine\n" + section + "\n";

        assertThat(schema("scenario").validate(YAML.readTree(scenario)).isEmpty())
                .as(section)
                .isEqualTo(right);
    }

    @Test
    void whatAnOverlayChangesNeedNotBeWhole() {
        JsonNode overlay =
                YAML.readTree("{schema: chip/v1, id: nvidia-h100-sxm, power: {all_in: ''}, memory: {hbm: {type: X}}}");
        String part = read(FOLDER.resolve("chip.schema.json"))
                .replaceFirst(
                        "(?s)\"if\": \\{.*?\"definitions\"", "\"\\$ref\": \"#/definitions/part\", \"definitions\"");

        assertThat(schema("chip").validate(overlay)).isNotEmpty();
        assertThat(REGISTRY.getSchema(part).validate(overlay)).isEmpty();
        assertThat(REGISTRY.getSchema(part).validate(YAML.readTree("{schema: chip/v1, id: a, power: {tpd: 3 W}}")))
                .isNotEmpty();
    }

    @Test
    void theCommandWritesThemAll(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("deep/schemas");
        assertThat(Cli.good("catalog", "schema", "--out", out.toString()).out())
                .contains("wrote " + out.resolve("chip.schema.json"));

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(EntryKinds.ALL.size() + 1);
        }
        assertThat(read(out.resolve("chip.schema.json"))).isEqualTo(read(FOLDER.resolve("chip.schema.json")));
    }
}
