package muster.inference;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.hardware.Chip;
import muster.model.Architecture;
import muster.testing.Reported;

/** Models of the catalog on chips of the catalog. */
final class Setups {
    static final Shelf SHELF =
            new Shelf(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
    static final double PROMPT_LOAD = 0.7;

    private static final Place ASKED = Place.argument("asked");

    private Setups() {}

    static Setup of(String model, String chip, String formats) {
        Problems problems = new Problems();
        Calibration calibration =
                SHELF.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow();
        Setup setup = Setup.of(
                        SHELF.get(Architecture.KIND, new Text(model, ASKED), problems)
                                .orElseThrow(),
                        SHELF.get(Chip.KIND, new Text(chip, ASKED), problems).orElseThrow(),
                        chip,
                        Encodings.parse(new Text(formats, ASKED), problems).orElseThrow(),
                        calibration,
                        calibration.engine("average"),
                        ASKED,
                        problems)
                .orElseThrow(() -> new AssertionError(Reported.messages(problems)));
        return setup;
    }

    static Frontier frontier(Setup setup, Request request) {
        return Frontier.search(Method.CALIBRATED.of(setup), setup, request, PROMPT_LOAD);
    }
}
