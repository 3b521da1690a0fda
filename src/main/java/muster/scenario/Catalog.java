package muster.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Kind;
import muster.catalog.Layer;
import muster.catalog.Overlay;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.fleet.Fleet;
import muster.hardware.Chip;
import muster.inference.Calibration;
import muster.model.Architecture;
import muster.scaling.Law;
import muster.scaling.QualityLaw;
import muster.scaling.TokenStock;
import muster.scaling.fit.TrainingRuns;
import muster.technique.Technique;
import muster.workforce.Headcount;
import muster.workforce.Rate;

/** The built-in catalog with the kinds of entries that a scenario can name. */
public final class Catalog {
    /** The kinds that a scenario can name, and scenarios. */
    public static final List<Kind<?>> KINDS = List.of(
            Chip.KIND,
            Fleet.KIND,
            Architecture.KIND,
            Calibration.KIND,
            Law.KIND,
            TrainingRuns.KIND,
            QualityLaw.KIND,
            TokenStock.KIND,
            Rate.KIND,
            Headcount.KIND,
            Technique.KIND,
            Scenario.KIND);

    private Catalog() {}

    /**
     * The built-in catalog with folders of a user's on top.
     *
     * @param kinds the kinds of entries
     * @param folders the folders, lowest first
     * @param problems where problems go
     */
    public static Shelf shelf(List<Kind<?>> kinds, List<Path> folders, Problems problems) {
        List<Overlay> overlays = folders.stream()
                .map(folder -> Overlay.folder(folder, kinds, problems))
                .toList();
        List<Layer> layers = new ArrayList<>();
        layers.add(BuiltIn.load());
        layers.addAll(overlays);
        Shelf shelf = new Shelf(kinds, layers);
        overlays.forEach(overlay -> Overlays.check(shelf, overlay, problems));
        return shelf;
    }
}
