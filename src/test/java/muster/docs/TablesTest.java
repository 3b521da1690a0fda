package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.accuracy.Benchmark;
import muster.accuracy.measurement.MeasuredGains;
import muster.catalog.EntryKind;
import muster.catalog.NotIn;
import muster.file.OutputFile;
import muster.hardware.LintCheck;
import muster.published.Publication;
import muster.published.PublicationTopic;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import muster.view.catalog.CatalogSchemas;
import muster.writer.JsonWriter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes the tables of the documentation from the code, and compares them with what is committed. */
class TablesTest {
    private static final List<EntryKind<?>> KINDS = Stream.concat(
                    ScenarioCatalog.KINDS.stream(),
                    Stream.of(Publication.KIND, Benchmark.KIND, MeasuredGains.KIND, NotIn.KIND))
            .toList();

    private static final String EQUATIONS = "equations ";
    private static final String REPRODUCED = "reproduced ";
    private static final String SYMBOLS = "symbols of ";

    static List<Named<Page>> pages() {
        return Page.all().stream().map(page -> Named.of(page.name(), page)).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tablesAreWhatTheCodeSays(Page page) {
        Page made = page;
        List<PageTable> tables = new ArrayList<>();
        for (String mark : page.marks()) {
            Optional<PageTable> table = table(mark).map(found -> found.keeping(page, mark));
            if (table.isPresent()) {
                tables.add(table.get());
                made = made.with(made.marked(mark), table.get().lines());
            }
        }
        page.shouldBe(made);
        tables.forEach(table -> table.shouldBeFilled(page));
    }

    @Test
    void everyFormOfFileHasItsTable() {
        List<String> marks =
                Page.all().stream().flatMap(page -> page.marks().stream()).toList();
        for (EntryKind<?> kind : KINDS) {
            List<String> wanted = kind.equals(Scenario.KIND)
                    ? KeyTable.sections(Scenario.class).stream()
                            .map(section -> "keys " + kind.schema() + " " + section)
                            .toList()
                    : List.of("keys " + kind.schema());
            assertThat(marks)
                    .as("tables of the keys of %s in the pages", kind.schema())
                    .containsAll(wanted);
        }
    }

    @Test
    void theEquationsOfEveryStageStandOnTheirPage() {
        assertThat(Page.read("docs/reference/equations.md").marks())
                .containsExactlyInAnyOrderElementsOf(EquationTable.stages().stream()
                        .flatMap(stage -> Stream.of(EQUATIONS + stage, SYMBOLS + stage))
                        .toList());
    }

    @Test
    void thePublishedFiguresOfEveryGroupStandOnTheirPage() {
        assertThat(Page.read("docs/reference/reproduced.md").marks())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PublicationTopic.values())
                        .map(group -> REPRODUCED + group)
                        .toList());
    }

    @Test
    void theCommittedSchemasAreThoseOfTheRecords() throws IOException {
        Path folder = Page.HOME.resolve("schema");
        Map<String, String> made = new LinkedHashMap<>();
        CatalogSchemas.of(KINDS).forEach((file, schema) -> made.put(file, JsonWriter.of(schema)));
        Path settings = Page.HOME.resolve(".vscode/settings.json");
        if (Boolean.getBoolean("docs.update")) {
            for (Map.Entry<String, String> file : made.entrySet()) {
                OutputFile.write(folder, file.getKey(), file.getValue());
            }
            OutputFile.write(settings, settings());
        }

        for (Map.Entry<String, String> file : made.entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey())))
                    .as("%s: -Ddocs.update=true writes it anew", file.getKey())
                    .isEqualTo(file.getValue());
        }
        assertThat(Files.readString(settings)).isEqualTo(settings());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(made.keySet());
        }
    }

    // Tells an editor which schema is whose.
    private static String settings() {
        String schemas = KINDS.stream()
                .map(kind -> "    \"schema/%s.schema.json\": \"hardware-catalog/%s/**/*.yaml\""
                        .formatted(kind.name(), kind.folder()))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "yaml.schemas": {
                %s
                  },
                  "yaml.customTags": ["!delete scalar", "!replace mapping"]
                }
                """.formatted(schemas);
    }

    @Test
    void everyFolderOfTheCatalogIsAKind() throws IOException {
        try (Stream<Path> folders = Files.list(Page.HOME.resolve("hardware-catalog"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            // Rows and no entries.
                            .filter(folder -> !folder.equals("measurements")))
                    .containsExactlyInAnyOrderElementsOf(
                            KINDS.stream().map(EntryKind::folder).toList());
        }
    }

    private static Optional<PageTable> table(String mark) {
        if (mark.startsWith("keys ")) {
            return Optional.of(keys(mark.split(" ", -1)));
        }
        if (mark.startsWith(EQUATIONS)) {
            return Optional.of(EquationTable.equations(mark.substring(EQUATIONS.length())));
        }
        if (mark.startsWith(REPRODUCED)) {
            return Optional.of(ReplayTable.of(mark.substring(REPRODUCED.length())));
        }
        if (mark.startsWith(SYMBOLS)) {
            return Optional.of(EquationTable.symbols(mark.substring(SYMBOLS.length())));
        }
        return switch (mark) {
            case "scenarios" -> Optional.of(ScenarioTable.scenarios());
            case "scenario parameters" -> Optional.of(ScenarioTable.parameters());
            case "symbols" -> Optional.of(EquationTable.symbols());
            case "units" -> Optional.of(UnitTable.of());
            case "figures" -> Optional.of(FigureTable.of());
            case "compare budget-gains" -> Optional.of(CompareTable.budgetGains());
            case "checks" -> Optional.of(checks());
            case "errors" -> Optional.of(codes(Sources.codes("(?:error|refuse)")));
            case "warnings" -> Optional.of(codes(Sources.codes("warn")));
            default -> Optional.empty();
        };
    }

    private static PageTable keys(String[] mark) {
        Class<?> type = KINDS.stream()
                .filter(kind -> kind.schema().equals(mark[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kind of entry is " + mark[1]))
                .type();
        return mark.length == 2 ? KeyTable.of(type) : KeyTable.ofSection(type, mark[2]);
    }

    private static PageTable checks() {
        return new PageTable(
                List.of("check", "finds that"),
                Arrays.stream(LintCheck.values())
                        .map(check -> List.of("`" + check + "`", check.words()))
                        .toList());
    }

    private static PageTable codes(Set<String> codes) {
        List<List<String>> rows =
                codes.stream().map(code -> List.of("`" + code + "`")).toList();
        return new PageTable(List.of("code", "says", "mend it by"), rows);
    }
}
