package muster.inference;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Encodings;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.TimeModelChoice;
import muster.model.Architecture;
import muster.testing.Reported;

/** Models of the catalog on chips of the catalog. */
public final class ModelsOnChips {
    static final Catalog SHELF =
            new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
    static final double PROMPT_LOAD = 0.7;

    private static final Place ASKED = Place.argument("asked");

    private ModelsOnChips() {}

    /** A model on a chip in formats, with the standard calibration. */
    public static ModelOnChip of(String model, String chip, String formats) {
        Problems problems = new Problems();
        Calibration calibration =
                SHELF.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow();
        ModelOnChip setup = ModelOnChip.of(
                        SHELF.get(Architecture.KIND, new Text(model, ASKED), problems)
                                .orElseThrow(),
                        SHELF.get(Chip.KIND, new Text(chip, ASKED), problems).orElseThrow(),
                        chip,
                        Encodings.parse(new Text(formats, ASKED), problems).orElseThrow(),
                        calibration,
                        DatedEngine.AVERAGE,
                        ASKED,
                        problems)
                .orElseThrow(() -> new AssertionError(Reported.messages(problems)));
        return setup;
    }

    static Frontier frontier(ModelOnChip setup, ReplicaRequest request) {
        return Frontier.search(TimeModelChoice.CALIBRATED.of(setup), setup, request, PROMPT_LOAD);
    }
}
