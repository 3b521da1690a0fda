package muster.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import muster.unit.UnitMismatch;
import org.junit.jupiter.api.Test;

/**
 * Footnote 8 of Finnveden 2023, Some thoughts on automating alignment research, in figures: (0.01 researcher-seconds /
 * token) * (2.3e7 tokens / second) "~= 6e11 tokens per second", and "6e11 / 15 ~= 15000 parallel researchers".
 */
final class FootnoteEightTest {
    // 60 N / T with N = sqrt(1.5768e28 / 120) parameters and T = 365 days.
    private static final String UNROUNDED = "21809330.1 token/s";

    private final Chain chain = Given.chain();
    private final Figure rate = Given.figure(chain, "rate", "0.01 researcher-second/token");
    private final Figure speedup = Given.figure(chain, "speedup", "15 researcher-month/researcher/month");
    private final Figure month = Given.figure(chain, "month", "1 month");

    @Test
    void theProductIsNoTokensPerSecond() {
        assertThatThrownBy(() -> rate.times(throughput("2.3e7 token/s")).as("work", "", "token/s"))
                .isInstanceOf(UnitMismatch.class)
                .hasMessageContainingAll("rate * throughput", "researcher-second/s", "token/s");
    }

    @Test
    void theProductOverTheSpeedUpIsNoResearchers() {
        Figure work = rate.times(throughput("2.3e7 token/s"));

        assertThatThrownBy(() -> work.over(speedup).as("researchers", "", "researcher"))
                .isInstanceOf(UnitMismatch.class);
    }

    @Test
    void theWorkOfAMonthOverTheSpeedUpIsNoResearchersEither() {
        Figure work = rate.times(throughput("2.3e7 token/s")).times(month);

        assertThatThrownBy(() -> work.over(speedup).as("researchers", "", "researcher"))
                .isInstanceOf(UnitMismatch.class);
        assertThatThrownBy(() -> work.over(speedup.times(month)).as("researchers", "", "researcher"))
                .isInstanceOf(UnitMismatch.class);
    }

    @Test
    void aSpeedUpWithoutAUnitMakesNoResearchersOfTheWorkOfAMonth() {
        Figure fifteen = Given.figure(chain, "fifteen", "15");
        Figure work = rate.times(throughput("2.3e7 token/s")).times(month);

        assertThatThrownBy(() -> work.over(fifteen).as("researchers", "", "researcher"))
                .isInstanceOf(UnitMismatch.class);
    }

    @Test
    void theProductIs230000ResearcherSecondsPerSecondAnd6e11AMonth() {
        Figure work = rate.times(throughput("2.3e7 token/s"));

        assertThat(work.central("researcher-second/s").value()).isCloseTo(230_000, within(1e-6));
        assertThat(work.times(month).central("researcher-second").value()).isCloseTo(5.9616e11, within(1.0));
    }

    @Test
    void overTheWorkOfAResearcherMonthThereAre46000Researchers() {
        assertThat(researchers("2.3e7 token/s")).isCloseTo(46_000, within(1e-6));
    }

    @Test
    void withoutRoundingThereAre43619Researchers() {
        assertThat(researchers(UNROUNDED)).isCloseTo(43_618.66, within(0.01));
    }

    @Test
    void streamsOverStreamsPerResearcherAgreeAndKnowNoCalendar() {
        Figure speed = Given.figure(chain, "speed", "50 token/s/stream");
        Figure each = Given.figure(chain, "each", "10 stream/researcher");

        Figure researchers = throughput("2.3e7 token/s").over(speed).over(each).as("heads", "", "researcher");

        assertThat(researchers.central("researcher").value()).isCloseTo(46_000, within(1e-6));
    }

    private double researchers(String throughput) {
        // Thirty days of eight hours: 30 * 8 * 3600.
        Figure researcherMonth = Given.figure(chain, "researcher_month", "864000 researcher-second/researcher-month");
        Figure work = rate.times(throughput(throughput));
        return work.over(researcherMonth)
                .over(speedup)
                .as("researchers", "", "researcher")
                .central("researcher")
                .value();
    }

    private Figure throughput(String value) {
        return Given.figure(chain, "throughput", value);
    }
}
