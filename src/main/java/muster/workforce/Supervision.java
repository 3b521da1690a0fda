package muster.workforce;

import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;
import muster.unit.Quantity;

/**
 * Humans who must direct the work of AIs.
 *
 * <pre>
 * parallel researchers = min(researchers that the fleet runs, supervisors * researchers that each directs)
 * serial speed-up      = 1 / ((1 - h) / Q + h / Q_human)
 * </pre>
 *
 * with serial speed-up Q without supervision, the part h of the work on a task that waits for a human, and a human's own
 * pace Q_human of one researcher-month a month.
 *
 * @param supervisors how many humans supervise
 * @param directs how many AI researchers each can direct
 * @param waits h, the part of the work on a task that is done at a human's pace
 */
public record Supervision(
        @In(value = "researcher", plain = "1") Input supervisors,
        @In("1") Input directs,

        @In(value = "1", range = Range.PART) @Otherwise(value = "0", because = "supervisors keep no task waiting")
        Input waits) {
    private static final Source PACE =
            Source.of("definition", "a human researcher does one researcher-month of work a month", Tier.DEFINITION);

    Figure heads(Chain chain, Figure unsupervised) {
        Figure cap = chain.input(supervisors, "")
                .times(chain.input(directs, ""))
                .as(WorkforceFigures.SUPERVISION_CAP, "", "researcher");
        double could = unsupervised.central("researcher").base();
        double may = cap.central("researcher").base();
        if (could > may) {
            chain.warn(
                    "supervision-binds",
                    supervisors.place(),
                    "supervision binds: %s supervisors who direct %s each cap parallel researchers at %s, and the fleet could run %s"
                            .formatted(
                                    NumberText.rounded(chain.look(supervisors), 4),
                                    NumberText.rounded(chain.look(directs), 4),
                                    NumberText.rounded(may, 4),
                                    NumberText.rounded(could, 5)));
        }
        return unsupervised.min(cap);
    }

    /** A human's own pace, in researcher-month/researcher/month. */
    static Figure pace(Chain chain) {
        return chain.constant(
                WorkforceFigures.HUMAN_PACE, "", Quantity.of(1, "researcher-month/researcher/month"), PACE);
    }

    Optional<Figure> speedup(Chain chain, Figure unsupervised) {
        if (chain.look(waits) == 0 && waits.value().distribution().certain()) {
            return Optional.empty();
        }
        Figure part = chain.input(waits, "");
        Figure one = chain.one();
        return Optional.of(one.over(one.minus(part).over(unsupervised).plus(part.over(pace(chain)))));
    }
}
