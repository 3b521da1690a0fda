package muster.published;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.scaling.fit.FitRuns;
import muster.scaling.fit.FittedLaw;
import muster.scaling.fit.LawFit;
import muster.scaling.fit.PublishedRuns;
import muster.scaling.fit.RunTable;
import muster.unit.Quantity;

/** Laws through training runs of a catalog, each fitted once, by {@code muster scale fit}. */
final class FitReplays {
    private final Catalog catalog;
    private final Problems problems;
    private final Map<Fit, Optional<FittedLaw>> fits = new HashMap<>();

    private record Fit(String runs, Map<String, String> where, LawFit how) {}

    FitReplays(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The constant; nothing where the runs are not known or too few, which is reported. */
    Optional<Quantity> of(FigureComputation.Fitted ours) {
        Map<String, String> where = new LinkedHashMap<>();
        ours.where().orElse(Map.of()).forEach((column, value) -> where.put(column, value.value()));
        Fit fit = new Fit(ours.fitTo().value(), where, ours.form().by(ours.objective()));
        // Not computeIfAbsent: what is wrong is to be reported at each figure that names it.
        Optional<FittedLaw> known = fits.getOrDefault(fit, Optional.empty());
        if (known.isEmpty()) {
            known = law(ours, fit);
            fits.put(fit, known);
        }
        return known.map(
                law -> Quantity.of(ours.constant().of(law.law(), law.fit().tied()), "1"));
    }

    private Optional<FittedLaw> law(FigureComputation.Fitted ours, Fit fit) {
        Optional<FitRuns> runs = catalog.get(PublishedRuns.KIND, ours.fitTo(), problems)
                .flatMap(entry -> entry.csv(problems))
                .flatMap(csv -> new RunTable(Map.of(), fit.where(), 0).read(fit.runs(), csv, problems));
        return runs.filter(found -> fit.how().enough(found, ours.fitTo().place(), problems))
                .map(found -> FittedLaw.of(fit.how(), found, 0, 0, drawn -> {}));
    }
}
