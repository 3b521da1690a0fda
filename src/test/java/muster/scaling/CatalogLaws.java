package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.fit.PublishedRuns;
import muster.scaling.law.Law;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.LossSurface;
import muster.scaling.quality.QualityLaw;
import muster.scenario.ScenarioCatalog;

/** Laws as the catalog has them. */
public final class CatalogLaws {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private CatalogLaws() {}

    public static Law law(String id) {
        return get(Law.KIND, id);
    }

    static LossSurface loss(String id) {
        return law(id).loss().orElseThrow();
    }

    static ChinchillaLoss powers(String id) {
        return (ChinchillaLoss) loss(id);
    }

    static <T extends QualityLaw> T quality(Class<T> type, String id) {
        return type.cast(get(QualityLaw.KIND, id));
    }

    static PublishedRuns runs(String id) {
        return get(PublishedRuns.KIND, id);
    }

    private static <T> T get(EntryKind<T> kind, String id) {
        Problems problems = new Problems();
        T found = SHELF.get(kind, new Text(id, Place.argument(id)), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        assertThat(problems.none()).isTrue();
        return found;
    }
}
