package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.inference.calibration.MeasuredRows;
import muster.inference.calibration.MonthRange;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.TimeModelChoice;
import muster.unit.NumberText;

/** What is said of the measured rows behind a frontier: which layouts they ran, and of which months they are. */
final class LayoutNotes {
    private static final int DIGITS = 3;

    private LayoutNotes() {}

    /** The notes of a study. */
    static List<String> of(FrontierStudy study) {
        List<String> notes = new ArrayList<>();
        study.best().ifPresent(best -> notes.add(layouts(study, best)));
        // Another method has nothing of an engine.
        if (study.method().equals(TimeModelChoice.CALIBRATED.toString())) {
            notes.add("engine " + study.setup().engine().basis(study.setup().calibration()));
        }
        return notes;
    }

    private static String layouts(FrontierStudy study, OperatingPoint best) {
        LayoutChoice asked = study.request().layouts();
        String own = study.setup()
                .unmeasured(best.deployment(), best.prefill())
                .orElseGet(() -> "the best is of a kind that measured rows ran");
        return "layouts %s: %s; %s"
                .formatted(
                        asked,
                        own,
                        study.otherwise()
                                .map(other -> beside(asked.other(), best, other))
                                .orElseGet(() -> "layouts %s have none".formatted(asked.other())));
    }

    private static String beside(LayoutChoice other, OperatingPoint best, OperatingPoint otherwise) {
        return best.throughputPerChip() == otherwise.throughputPerChip()
                        && best.deployment().equals(otherwise.deployment())
                ? "the best of layouts %s is the same".formatted(other)
                : "the best of layouts %s has %s token/s/chip, %s times as many, with %s"
                        .formatted(
                                other,
                                NumberText.rounded(otherwise.throughputPerChip(), DIGITS),
                                NumberText.rounded(otherwise.throughputPerChip() / best.throughputPerChip(), DIGITS),
                                DeploymentWords.spread(otherwise));
    }

    /** The months of the rows of a study's engine. */
    static Optional<MonthRange> months(FrontierStudy study) {
        Optional<MeasuredRows> rows = study.setup().calibration().rows();
        return rows.flatMap(known -> known.months(study.setup().engine().name()));
    }
}
