package muster.document.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.Citations;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading and binding it ends soon, in a record or in recorded problems. */
class MutationFuzzTest {
    private static final String VALID = scenario();
    private static final Catalog SHELF = new Catalog(ScenarioCatalog.KINDS, List.of(BuiltIn.load()));
    private static final List<String> PIECES = List.of(
            "\n",
            " ",
            "  ",
            ":",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "|",
            ">",
            "&a ",
            "*a ",
            "!",
            "!delete",
            "!replace ",
            "!!int ",
            "!%20 ",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "<<: *a\n",
            "#",
            "@",
            "`",
            "\t",
            "\r",
            "\0",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\\",
            "\"\\UFFFFFFFF\"",
            "~",
            "1e999",
            "-1",
            "5e20 to 2e22 FLOP/s",
            "to",
            "id",
            "method: flop-rule",
            "{value: 1, source: x}",
            "{low: 1, high: 2 s}",
            "{mean: 1%, sd: 2%}",
            "extends: x\n",
            "sources: 1\n",
            "default_source: fn7\n");

    @Test
    void mutationsOfAScenarioEndInARecordOrInProblems() {
        assertThat(bind(VALID.getBytes(UTF_8))).isTrue();
        assertTimeoutPreemptively(
                ofMinutes(2), () -> forAll(61, 400, MutationFuzzTest::mutated, text -> bind(text.getBytes(UTF_8))));
    }

    @Test
    void randomBytesEndInProblems() {
        assertTimeoutPreemptively(
                ofMinutes(2),
                () -> forAll(
                        62,
                        1000,
                        draws -> draws.text(
                                draws.whole(0, 200), "abz09:-?[]{},#&*!|>'\"%@`~ \n\t\0\u0001\u00E9\u00FF<=.\\/_"),
                        text -> {
                            bind(text.getBytes(UTF_8));
                            bind(text.getBytes(ISO_8859_1));
                        }));
    }

    @Test
    void anySettingEndsInARecordOrInProblems() {
        Mapping root = YamlReader.read("f.yaml", VALID, new Problems()).get(0).root();
        forAll(
                63,
                500,
                draws -> draws.oneOf(List.of("", "a", "fleet", "fleet.share", "inference.throughput.method", "."))
                        + draws.oneOf(List.of("=", "==", "", " = "))
                        + draws.oneOf(PIECES)
                        + draws.oneOf(PIECES),
                assignment -> {
                    Problems problems = new Problems();
                    Mapping set = Layers.set(root, assignment, problems);
                    bound(new Document(set, false), problems);
                });
    }

    // Whether all of it could be bound; throws where neither a record nor a problem came out.
    private static boolean bind(byte[] bytes) {
        Problems problems = new Problems();
        Optional<String> text = TextFile.decode(bytes, new Place("f.yaml", 1, 1), problems);
        List<Document> documents =
                text.map(read -> YamlReader.read("f.yaml", read, problems)).orElse(List.of());
        documents.forEach(document -> bound(document, problems));
        assertThat(problems.sorted())
                .allMatch(problem ->
                        problem.place().line() >= 1 && problem.place().column() >= 1);
        return problems.none();
    }

    private static void bound(Document document, Problems problems) {
        int before = problems.reports();
        Mapping cited = Citations.attach(document.root(), problems)
                .without(List.of("schema", "id", "title", "aliases", "extends"));
        Binder binder = new Binder(SHELF.entries(problems), problems, document.mended());
        Optional<Scenario> scenario = binder.bind(cited, Scenario.class, "");
        assertThat(scenario.isPresent() || problems.reports() > before || document.mended())
                .isTrue();
    }

    private static String mutated(Draws draws) {
        StringBuilder text = new StringBuilder(VALID);
        for (int i = draws.whole(1, 4); i > 0; i--) {
            int at = draws.whole(0, text.length() - 1);
            int end = Math.min(text.length(), at + draws.whole(0, 40));
            switch (draws.whole(0, 4)) {
                case 0 -> text.insert(at, draws.oneOf(PIECES));
                case 1 -> text.replace(at, end, "");
                case 2 -> text.insert(draws.whole(0, text.length()), text.substring(at, end));
                case 3 -> text.setCharAt(at, (char) draws.whole(0, 255));
                default -> text.replace(at, end, draws.oneOf(PIECES));
            }
        }
        return text.toString();
    }

    private static String scenario() {
        try (InputStream in =
                MutationFuzzTest.class.getResourceAsStream("/hardware-catalog/scenarios/essay-2023.yaml")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
