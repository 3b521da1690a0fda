package muster.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.catalog.ForeignFiles;
import muster.catalog.Layer;
import muster.catalog.Overlay;
import muster.diagnostic.Problems;
import muster.fleet.FleetUses;
import muster.fleet.stock.Fleet;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;
import muster.model.huggingface.ConfigFiles;
import muster.research.feedback.SoftwareFeedback;
import muster.research.production.Laboratory;
import muster.research.production.ResearchLaw;
import muster.research.task.TimeHorizon;
import muster.scaling.TokenStock;
import muster.scaling.fit.PublishedRuns;
import muster.scaling.law.Law;
import muster.scaling.quality.QualityLaw;
import muster.technique.Technique;
import muster.workforce.Headcount;
import muster.workforce.ResearcherRate;
import muster.workforce.agent.AgentSet;

/** The built-in catalog with the kinds of entries that a scenario can name. */
public final class ScenarioCatalog {
    /** The kinds that a scenario can name, and scenarios. */
    public static final List<EntryKind<?>> KINDS = List.of(
            Chip.KIND,
            Fleet.KIND,
            FleetUses.KIND,
            Architecture.KIND,
            Calibration.KIND,
            Law.KIND,
            PublishedRuns.KIND,
            QualityLaw.KIND,
            TokenStock.KIND,
            ResearcherRate.KIND,
            AgentSet.KIND,
            Headcount.KIND,
            ResearchLaw.KIND,
            Laboratory.KIND,
            TimeHorizon.KIND,
            SoftwareFeedback.KIND,
            Technique.KIND,
            Scenario.KIND);

    private ScenarioCatalog() {}

    /**
     * The built-in catalog with folders of a user's on top, and models of files by their path.
     *
     * @param kinds the kinds of entries
     * @param folders the folders, lowest first
     * @param problems where problems go
     */
    public static Catalog catalog(List<EntryKind<?>> kinds, List<Path> folders, Problems problems) {
        return catalog(kinds, folders, false, problems);
    }

    /**
     * The same.
     *
     * @param kinds the kinds of entries
     * @param folders the folders, lowest first
     * @param rough whether a file of a kind of model that is not known is counted roughly
     * @param problems where problems go
     */
    public static Catalog catalog(List<EntryKind<?>> kinds, List<Path> folders, boolean rough, Problems problems) {
        List<Overlay> overlays = folders.stream()
                .map(folder -> Overlay.folder(folder, kinds, problems))
                .toList();
        List<Layer> layers = new ArrayList<>();
        layers.add(BuiltIn.load());
        layers.addAll(overlays);
        layers.add(new ForeignFiles(new ConfigFiles(rough)));
        Catalog catalog = new Catalog(kinds, layers);
        overlays.forEach(overlay -> Overlays.check(catalog, overlay, problems));
        return catalog;
    }
}
