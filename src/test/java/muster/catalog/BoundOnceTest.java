package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.scaling.law.Law;
import muster.scenario.ScenarioCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog binds an entry once, unless it has problems. */
final class BoundOnceTest {
    private static final Text LAW = new Text("besiroglu", Place.argument("besiroglu"));

    @Test
    void whatIsGoodIsTheSameRecordEachTime() {
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

        Law first = catalog.get(Law.KIND, LAW, new Problems()).orElseThrow();
        assertThat(catalog.get(Law.KIND, LAW, new Problems()).orElseThrow()).isSameAs(first);
    }

    @Test
    void idsAreListedOnce() {
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

        assertThat(catalog.ids(Chip.KIND)).contains("nvidia-a10").isSameAs(catalog.ids(Chip.KIND));
    }

    @Test
    void catalogsShareWhatNothingLiesOver(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                schema: chip/v1
                id: nvidia-a10
                power: {tdp: {value: 151 W, source: x}}
                """);
        Catalog pure = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
        Text chip = new Text("nvidia-a10", Place.argument("nvidia-a10"));
        // Bound before the other catalog is made, so that there is something to share.
        assertThat(tdp(pure, chip)).isEqualTo(150);
        Catalog laid = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(folder), new Problems());

        assertThat(laid.get(Law.KIND, LAW, new Problems()))
                .hasValueSatisfying(law -> assertThat(law)
                        .isSameAs(pure.get(Law.KIND, LAW, new Problems()).orElseThrow()));
        assertThat(tdp(laid, chip)).isEqualTo(151);
    }

    private static double tdp(Catalog catalog, Text chip) {
        Chip found = catalog.get(Chip.KIND, chip, new Problems()).orElseThrow();
        return found.power().tdp().orElseThrow().central();
    }

    @Test
    void whatIsWrongIsReportedToEachWhoAsks(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                schema: law/v1
                id: besiroglu
                parameter_exponnent: {value: 0.3, source: paper}
                """);
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(folder), new Problems());

        for (int i = 0; i < 2; i++) {
            Problems problems = new Problems();
            catalog.get(Law.KIND, LAW, problems);
            assertThat(problems.sorted())
                    .anySatisfy(problem -> assertThat(problem.message()).contains("parameter_exponnent"));
        }
    }
}
