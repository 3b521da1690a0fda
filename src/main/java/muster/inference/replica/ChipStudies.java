package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;
import muster.model.Positions;

/** A model on every kind of chip of the catalog. */
public final class ChipStudies {
    private ChipStudies() {}

    /**
     * What each kind of chip does with a model: those that serve it first, by tokens per second and chip; or nothing with problems
     * reported, where they are not of a chip.
     *
     * @param query what is asked of a chip; its chip is not read
     */
    public static List<ChipStudy> all(FrontierQuery query, Catalog catalog, Problems problems) {
        FrontierQuery asked = query.named(catalog);
        Optional<Architecture> model = model(asked, catalog, problems);
        if (model.isEmpty()) {
            return List.of();
        }
        List<ChipStudy> studies = new ArrayList<>();
        for (String id : catalog.ids(Chip.KIND)) {
            studies.add(one(asked.on(new Text(id, asked.chip().place())), model, catalog));
        }
        Comparator<ChipStudy> most = Comparator.comparingDouble(
                study -> study.best().map(OperatingPoint::throughputPerChip).orElse(0.0));
        studies.sort(most.reversed());
        return List.copyOf(studies);
    }

    /** The model of a query whose parts but its chip are sound; nothing with problems reported. */
    static Optional<Architecture> model(FrontierQuery asked, Catalog catalog, Problems problems) {
        int before = problems.reports();
        Optional<Architecture> model = catalog.get(Architecture.KIND, asked.model(), problems);
        model.filter(found -> found.shape().isEmpty())
                .ifPresent(found -> problems.error(
                        "no-shape",
                        asked.model().place(),
                        "the model has stated sizes and no shape, from which a step is timed"));
        model.flatMap(found ->
                        Positions.refusal(found, asked.request().context().mostTokens()))
                .ifPresent(
                        why -> problems.error("beyond-positions", asked.model().place(), why));
        if (!PublishedFormat.isMeant(asked.formats())) {
            Encodings.parse(asked.formats(), problems);
        }
        catalog.get(Calibration.KIND, Calibration.STANDARD, problems)
                .ifPresent(calibration -> calibration.engine(asked.engine(), problems));
        return problems.reports() > before ? Optional.empty() : model;
    }

    /** The first clause of what was reported first: what is not there; what else there is, and what to do, is said of a chip that is named. */
    static String first(Problems own) {
        return own.none() ? "" : own.sorted().get(0).message().replaceFirst("[;.] .*", "");
    }

    private static ChipStudy one(FrontierQuery query, Optional<Architecture> model, Catalog catalog) {
        Problems own = new Problems();
        Optional<FrontierStudy> study = FrontierStudy.of(query, model, catalog, own);
        return new ChipStudy(query.chip().value(), study, first(own));
    }
}
