package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;

/** Every shipped scenario says what it is for, in its own file. */
final class PurposeTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private static Optional<String> own(String id) {
        List<Entry> stack = SHELF.stack(Scenario.KIND, new Text(id, Place.argument(id)), new Problems());
        return stack.get(stack.size() - 1).body().text("purpose").map(Text::value);
    }

    @Test
    void everyScenarioHasOneOfItsOwn() {
        Set<String> without = new TreeSet<>(Worked.ids());
        without.removeIf(id -> own(id).filter(words -> words.length() > 20).isPresent());

        assertThat(without).isEmpty();
    }
}
