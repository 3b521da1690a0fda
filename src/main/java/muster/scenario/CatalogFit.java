package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.fit.Objective;
import muster.scaling.fit.TrainingRun;
import muster.scaling.law.Law;
import muster.scaling.loss.ChinchillaLoss;

/**
 * How well a law of the catalog fits runs that it was not fitted to.
 *
 * @param id the id of the law
 * @param value the objective under it
 */
public record CatalogFit(String id, double value) {

    /** The objective over runs under every law that is a sum of powers, least first. */
    public static List<CatalogFit> all(
            Catalog catalog, Objective objective, List<TrainingRun> runs, Problems problems) {
        List<CatalogFit> fits = new ArrayList<>();
        for (Text id : SizedByLaw.everyLaw(catalog)) {
            catalog.get(Law.KIND, id, problems)
                    .flatMap(Law::loss)
                    .filter(ChinchillaLoss.class::isInstance)
                    .ifPresent(law -> fits.add(new CatalogFit(id.value(), objective.sum(law, runs))));
        }
        fits.sort((a, b) -> Double.compare(a.value, b.value));
        return List.copyOf(fits);
    }
}
