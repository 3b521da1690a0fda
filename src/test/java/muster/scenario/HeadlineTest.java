package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;

/** The inputs that a reader should look at first. */
final class HeadlineTest {
    private static final String EIGHT =
            "[fleet.capacity, fleet.share, fleet.availability, training.duration, training.utilization, "
                    + "inference.serial_speed, workforce.streams, workforce.calendar.ai";

    @Test
    void theEssayHasEightAndWhatExtendsItThoseThatAreLeft() {
        assertThat(Worked.of("essay-2023").headline()).hasSize(8).contains("workforce.streams");
        assertThat(Worked.of("essay-2023-scaled").headline()).hasSize(8);
    }

    @Test
    void everyShippedHeadlineIsAnInputThatIsRead() {
        for (String id : Worked.ids()) {
            Estimate estimate = Worked.of(id);

            assertThat(estimate.headline())
                    .as(id)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(8)
                    .allSatisfy(name ->
                            assertThat(estimate.step(name)).as(id + ": " + name).isPresent());
        }
    }

    @Test
    void moreThanEightAreRefused() {
        assertThat(problems("headline=" + EIGHT + ", workforce.calendar.human]"))
                .contains("[headline]", "at most 8 headline inputs, and here are 9");
        assertThat(problems("headline=" + EIGHT + "]")).isEqualTo("[]");
    }

    private static String problems(String setting) {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems);
        Scenarios.plan(catalog, new Text("essay-2023", Place.argument("essay-2023")), List.of(setting), problems);
        return problems.sorted().toString();
    }
}
