package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of the whole chain for any fleet, found on paper. */
final class InvariantsTest {
    private static final String HEADS = "workforce.parallel_researchers";
    private static final String MONTHS = "workforce.researcher_months_per_month";

    private final SplittableRandom random = new SplittableRandom(2023);

    @Test
    void aClusterThatRunsWhatItTrainedMakesSixtyTokensPerParameterAndTrainingTime() {
        // u F T = 6 * 20 N^2 and R = u F / (2 N), so R = 60 N / T: neither the fleet nor its utilisation is left.
        for (int i = 0; i < 60; i++) {
            double days = between(1, 2000);
            String utilization = Double.toString(between(0.01, 1));
            Estimate estimate = Worked.of(
                    "essay-2023",
                    "fleet.capacity=" + logBetween(1e17, 1e26) + " FLOP/s",
                    "fleet.share=" + between(0.01, 1),
                    "training.duration=" + days + " day",
                    "training.utilization=" + utilization,
                    "inference.throughput.utilization=" + utilization);

            double parameters = value(estimate, "model.parameters", "parameter");
            assertThat(value(estimate, "inference.throughput", "token/s"))
                    .as("case %d", i)
                    .isCloseTo(60 * parameters / (days * 86_400), withinPercentage(1e-9));
        }
    }

    @Test
    void copiesScaleAsTheRootOfTheComputeOverTheTime() {
        double compute = Worked.value("essay-2023", "training.compute", "FLOP");
        double streams = Worked.value("essay-2023", "inference.streams", "stream");
        for (int i = 0; i < 60; i++) {
            double days = between(1, 2000);
            Estimate estimate = Worked.of(
                    "essay-2023",
                    "fleet.capacity=" + logBetween(1e18, 1e26) + " FLOP/s",
                    "training.duration=" + days + " day");

            double scale = Math.sqrt(value(estimate, "training.compute", "FLOP") / compute) / (days / 365);
            assertThat(value(estimate, "inference.streams", "stream") / streams)
                    .as("case %d", i)
                    .isCloseTo(scale, withinPercentage(1e-9));
        }
    }

    @Test
    void headsKnowNoCalendarAndResearcherMonthsGoWithTheDaysOfHumans() {
        double heads = Worked.value("essay-2023", HEADS, "researcher");
        double months = Worked.value("essay-2023", MONTHS, "researcher-month/month");
        for (int i = 0; i < 30; i++) {
            double hours = i == 0 ? 24 : between(1, 24);
            Estimate estimate = Worked.of("essay-2023", "workforce.calendar.human=" + hours + " h/day");

            assertThat(value(estimate, HEADS, "researcher"))
                    .as("%s h/day", hours)
                    .isCloseTo(heads, withinPercentage(1e-9));
            assertThat(value(estimate, MONTHS, "researcher-month/month") * hours)
                    .as("%s h/day", hours)
                    .isCloseTo(months * 8, withinPercentage(1e-9));
        }
    }

    @Test
    void theSerialSpeedChangesHowTheWorkIsSplitAndNotHowMuchThereIs() {
        double months = Worked.value("essay-2023", MONTHS, "researcher-month/month");
        for (int i = 0; i < 30; i++) {
            double speed = between(1, 1000);
            Estimate estimate = Worked.of("essay-2023", "inference.serial_speed=" + speed + " token/s");

            assertThat(value(estimate, MONTHS, "researcher-month/month"))
                    .as("%s token/s", speed)
                    .isCloseTo(months, withinPercentage(1e-9));
            // 43,618.66 at 50 token/s.
            assertThat(value(estimate, HEADS, "researcher") * speed)
                    .as("%s token/s", speed)
                    .isCloseTo(2.180933e6, withinPercentage(1e-4));
        }
    }

    @Test
    void utilizationCancelsOnlyWhereServingHasThatOfTraining() {
        // At equal utilisation R ~ sqrt(u); with the model fixed R ~ u_infer.
        double essay = Worked.value("essay-2023", "inference.throughput", "token/s");

        assertThat(Worked.value(
                                "essay-2023",
                                "inference.throughput",
                                "token/s",
                                "training.utilization=12.5%",
                                "inference.throughput.utilization=12.5%")
                        / essay)
                .isCloseTo(0.5, withinPercentage(1e-9));
        assertThat(Worked.value("essay-2023", "inference.throughput", "token/s", "inference.throughput.utilization=10%")
                        / essay)
                .isCloseTo(0.2, withinPercentage(1e-9));
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double logBetween(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private static double value(Estimate estimate, String name, String unit) {
        return estimate.quantity(name).orElseThrow().in(unit);
    }
}
