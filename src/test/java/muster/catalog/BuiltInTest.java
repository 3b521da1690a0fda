package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.accuracy.Benchmark;
import muster.accuracy.measurement.MeasuredGains;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.yaml.Text;
import muster.published.Publication;
import muster.scenario.ScenarioCatalog;
import muster.testing.Reported;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog that comes with Muster: every entry can be read and is cited. */
class BuiltInTest {
    private static final List<EntryKind<?>> KINDS = Stream.concat(
                    ScenarioCatalog.KINDS.stream(),
                    Stream.of(Publication.KIND, Benchmark.KIND, MeasuredGains.KIND, NotIn.KIND))
            .collect(Collectors.toList());
    private static final Catalog SHELF = new Catalog(KINDS, List.of(BuiltIn.load()));

    @TempDir
    private Path folder;

    private static Text asked(String id) {
        return new Text(id, new Place("asked", 1, 1));
    }

    static Stream<Arguments> entries() {
        return KINDS.stream().flatMap(kind -> SHELF.ids(kind).stream().map(id -> Arguments.of(kind.schema(), id)));
    }

    private static EntryKind<?> kind(String schema) {
        return KINDS.stream()
                .filter(kind -> kind.schema().equals(schema))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryBindsAndNamesASourceForEveryValue(String schema, String id) {
        Problems problems = new Problems();
        Entry entry = SHELF.entry(kind(schema), asked(id), problems).orElseThrow();
        Binder binder = new Binder(SHELF.entries(problems), problems, false);
        assertThat(binder.bind(entry.body(), kind(schema).type(), id)).isPresent();
        assertThat(Reported.in(problems)).isEmpty();
        assertThat(binder.inputs())
                .filteredOn(input -> input.source().isEmpty())
                .extracting(Input::name)
                .isEmpty();
        assertThat(SHELF.get(kind(schema), asked(id), problems)).isPresent();
        assertThat(Reported.in(problems)).isEmpty();
        assertThat(entry.id().value()).isEqualTo(id);
        assertThat(entry.title()).isPresent();
    }

    @Test
    void everyFileOfTheCatalogIsAnEntryOfAKind() throws IOException, URISyntaxException {
        Path root = Path.of(BuiltIn.class.getResource("/" + BuiltIn.ROOT).toURI());
        Set<String> files = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(path -> path.toString().endsWith(".yaml"))
                    .map(path -> path.getFileName().toString().replace(".yaml", ""))
                    .forEach(files::add);
        }
        Set<String> ids = new TreeSet<>();
        KINDS.forEach(kind -> ids.addAll(SHELF.ids(kind)));
        assertThat(files).isNotEmpty().isEqualTo(ids);
        assertThat(KINDS).allMatch(kind -> !SHELF.ids(kind).isEmpty());
    }

    @Test
    void aUsersEntryChangesOneValueOfABuiltInOne() throws IOException {
        Problems problems = new Problems();
        Overlay overlay = Overlay.file(
                Files.writeString(
                        folder.resolve("my.yaml"), "schema: chip/v1\nid: nvidia-h100-sxm\npeak: {bf16: 1 TFLOP/s}\n"),
                KINDS,
                problems);
        Catalog catalog = SHELF.under(overlay);
        Entry entry = catalog.entry(kind("chip/v1"), asked("nvidia-h100-sxm"), problems)
                .orElseThrow();
        assertThat(entry.title())
                .isEqualTo(SHELF.entry(kind("chip/v1"), asked("nvidia-h100-sxm"), problems)
                        .orElseThrow()
                        .title());
        Binder binder = new Binder(catalog.entries(problems), problems, false);
        binder.bind(entry.body(), kind("chip/v1").type(), "chip");
        List<Input> changed = binder.inputs().stream()
                .filter(input -> input.place().file().endsWith("my.yaml"))
                .toList();
        assertThat(changed).extracting(Input::name).containsExactly("chip.peak.bf16");
        assertThat(changed.get(0).value().central().base()).isEqualTo(1e12);
    }

    @Test
    void anOverlayChangesOneValueOfABuiltInScenario() throws IOException {
        Problems problems = new Problems();
        Overlay overlay = Overlay.file(
                Files.writeString(
                        folder.resolve("my.yaml"),
                        "schema: scenario/v1\nid: mine\nextends: essay-2023\ntraining: {duration: 90 day}\n"),
                KINDS,
                problems);
        var scenario = SHELF.under(overlay)
                .get(muster.scenario.Scenario.KIND, asked("mine"), problems)
                .orElseThrow();
        assertThat(Reported.in(problems)).isEmpty();
        assertThat(scenario.workforce()).isPresent();
        assertThat(SHELF.under(overlay).hash()).isNotEqualTo(SHELF.hash());
    }

    @Test
    void hasTheScenariosThatPeopleName() {
        assertThat(SHELF.ids(muster.scenario.Scenario.KIND)).contains("essay-2023", "essay-2023-scaled");
        assertThat(SHELF.ids(kind("chip/v1"))).contains("nvidia-h100-sxm", "nvidia-h20", "google-tpu-v5e");
    }
}
