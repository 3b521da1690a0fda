package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Locale;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.testing.Seeded;
import org.junit.jupiter.api.Test;

/** The closed forms of a lead against a walk through it in small steps, which knows none of them. */
final class LeadSimulationTest {
    private static final double STEP = 1e-3;

    /** A lead in numbers; times in months. */
    private record Case(
            double duration,
            double after,
            double firstPace,
            double firstLasts,
            double secondPace,
            double secondLasts,
            double survival,
            double growth,
            double rising,
            double leak,
            double rivals) {

        String keys() {
            return String.format(
                    Locale.ROOT,
                    "lead={duration: %s month, after: %s month, monthly_survival: %s, rivals_pace: %s, leakage: {speedup: %s}, "
                            + "slowing: {a: {pace: %s, lasts: %s month}, b: {pace: %s, lasts: %s month}}, "
                            + "fleet_growth: {chips: {factor: %s, every: 1 month}}, productivity: {factor: %s, every: 1 month}}",
                    duration,
                    after,
                    survival,
                    rivals,
                    leak,
                    firstPace,
                    firstLasts,
                    secondPace,
                    secondLasts,
                    growth,
                    rising);
        }

        /** Researcher-months for one a month, walked through by the midpoints of small steps. */
        double walk() {
            double left = duration;
            double work = 0;
            for (double slow = STEP / 2; left > 0; slow += STEP) {
                double pace = slow < firstLasts ? firstPace : slow < firstLasts + secondLasts ? secondPace : 0;
                double now = after + slow;
                work += (1 - pace) * STEP * Math.pow(survival * growth, now) * Math.pow(rising, slow);
                left -= (1 - pace) * STEP * leak * rivals;
            }
            return work;
        }
    }

    @Test
    void theClosedFormIsTheSumOfSmallSteps() {
        double rate = Worked.value("essay-2023", "workforce.researcher_months_per_month", "researcher-month/month");
        Seeded.forAll(
                12,
                60,
                draws -> new Case(
                        draws.between(1, 12),
                        draws.between(0.1, 5),
                        draws.between(0, 0.9),
                        draws.between(0.1, 8),
                        draws.between(0, 0.9),
                        draws.between(0.1, 8),
                        draws.between(0.7, 1),
                        draws.between(0.9, 1.2),
                        draws.between(1, 1.5),
                        draws.between(1, 2),
                        draws.between(0.3, 1)),
                each -> {
                    Estimate estimate = Worked.of("essay-2023", each.keys());
                    double work = estimate.step("lead.researcher_months")
                            .orElseThrow()
                            .value();
                    // The last step of the walk may reach beyond the end.
                    assertThat(work / rate).isCloseTo(each.walk(), withinPercentage(1));
                });
    }
}
