package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.catalog.Kind;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scaling.fit.TrainingRuns;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.scenario.Catalog;

/** Laws as the catalog has them. */
final class Shelved {
    private static final Shelf SHELF = Catalog.shelf(Catalog.KINDS, List.of(), new Problems());

    private Shelved() {}

    static Law law(String id) {
        return get(Law.KIND, id);
    }

    static LossLaw loss(String id) {
        return law(id).loss().orElseThrow();
    }

    static PowerSum powers(String id) {
        return (PowerSum) loss(id);
    }

    static <T extends QualityLaw> T quality(Class<T> type, String id) {
        return type.cast(get(QualityLaw.KIND, id));
    }

    static TrainingRuns runs(String id) {
        return get(TrainingRuns.KIND, id);
    }

    private static <T> T get(Kind<T> kind, String id) {
        Problems problems = new Problems();
        T found = SHELF.get(kind, new Text(id, Place.argument(id)), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        assertThat(problems.none()).isTrue();
        return found;
    }
}
