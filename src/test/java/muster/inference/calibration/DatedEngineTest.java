package muster.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.step.LayoutKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines in months, and what the rows of a fit are of. */
final class DatedEngineTest {
    private static final MeasuredRows ROWS = MeasuredRows.of(
            Map.of(
                    LayoutKind.parse("tensor"),
                    100,
                    LayoutKind.parse("data=4,expert=4"),
                    7,
                    LayoutKind.parse("data=8,expert=8"),
                    5),
            Map.of(
                    "vllm",
                    Map.of(YearMonth.of(2025, 9), 3, YearMonth.of(2026, 4), 2),
                    "sglang",
                    Map.of(YearMonth.of(2025, 7), 1)),
            0.05);
    private static final Calibration CALIBRATION = new Catalog(List.of(Calibration.KIND), List.of(BuiltIn.load()))
            .get(Calibration.KIND, Calibration.STANDARD, new Problems())
            .orElseThrow()
            .counting(ROWS);

    private static Optional<DatedEngine> parsed(String text, Problems problems) {
        return CALIBRATION.engine(new Text(text, Place.argument("--engine")), problems);
    }

    private static DatedEngine engine(String text) {
        return parsed(text, new Problems()).orElseThrow();
    }

    @Test
    void anEngineHasAMonthOrNone() {
        assertThat(engine("vllm").month()).isEmpty();
        assertThat(engine("vllm@2026-04").month()).contains(YearMonth.of(2026, 4));
        assertThat(engine("vllm@2026-04")).hasToString("vllm@2026-04");
        assertThat(engine("vllm@2026-04").factors()).isEqualTo(CALIBRATION.engine("vllm"));
        assertThat(engine("average@2026-04").factors()).isEqualTo(EngineFactors.AVERAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "vllm@2026-13, 'bad-month', '''2026-13'' is not a month after an engine. Maybe vllm@2026-04?'",
        "vllm@, 'bad-month', ''''' is not a month after an engine. Maybe vllm@2026-04?'",
        "vllm@2026-4, 'bad-month', '''2026-4'' is not a month after an engine. Maybe vllm@2026-04?'",
        "average@x, 'bad-month', '''x'' is not a month after an engine. Maybe average@2026-04?'",
        "calm@x, 'bad-month', '''x'' is not a month after an engine. Maybe calm@2026-04?'",
        "vlm@2026-99, 'bad-month unknown-id', '''2026-99'' is not a month after an engine. Maybe vlm@2026-04?'",
    })
    void whatIsNoEngineInAMonthIsRefusedAllAtOnce(String text, String codes, String first) {
        Problems problems = new Problems();

        assertThat(parsed(text, problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly(codes.split(" ", -1));
        assertThat(problems.sorted().get(0).message()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "vllm@2025-09, 0",
        "vllm@2026-01, 0",
        "vllm@2026-04, 0",
        "vllm@2026-05, 1",
        "vllm@2027-04, 12",
        "vllm@2025-08, 1",
        "sglang@2026-01, 6",
        // the average has the rows of all
        "average@2025-07, 0",
        "average@2026-05, 1",
        // an engine without a dated row is of no month
        "calm@2030-01, 0",
        "vllm, 0",
    })
    void aMonthLiesBeyondTheRowsOrAmongThem(String asked, int months) {
        assertThat(CALIBRATION.gap(engine(asked)).map(EngineGap::months).orElse(0))
                .isEqualTo(months);
    }

    // seen^2 + d^2 months, by hand.
    @Test
    void driftWidensTheBandByTheMonthsBetween() {
        Unseen late = Unseen.NOTHING.in(CALIBRATION.gap(engine("vllm@2027-01")));
        double seen = CALIBRATION.residual(Regime.DENSE_FEW);

        assertThat(CALIBRATION.residual(Regime.DENSE_FEW, late))
                .isCloseTo(Math.sqrt(seen * seen + 9 * 0.0025), within(1e-12));
        assertThat(late.any()).isTrue();
        assertThat(late.suffix()).isEqualTo("-unseen-month");
        assertThat(late.words())
                .isEqualTo("the fit had no row of vllm after 2026-04, 9 months before what is asked for");
        assertThat(late.grounds()).isEqualTo("one configuration at several dates");
        assertThat(Unseen.NOTHING.in(CALIBRATION.gap(engine("vllm@2025-08"))).words())
                .isEqualTo("the fit had no row of vllm before 2025-09, 1 month after what is asked for");
        assertThat(new Unseen(Optional.of("A"), List.of())
                        .in(CALIBRATION.gap(engine("average@2027-01")))
                        .words())
                .isEqualTo(
                        "the fit had no chip of the family A and no row of any engine after 2026-04, 9 months before what is asked for");
    }

    @ParameterizedTest
    @CsvSource({
        "'tensor', 112",
        "'data=2,expert=2', 12",
        "'data=8,expert=8', 5",
        "'data=8,expert=16', 0",
        "'apart', 0",
    })
    void rowsThatRanMoreCountForLess(String kind, int rows) {
        assertThat(MeasuredRows.covering(LayoutKind.parse(kind), ROWS.kinds())).isEqualTo(rows);
    }

    @Test
    void monthsAreThoseOfTheRows() {
        assertThat(ROWS.months("vllm")).hasToString("Optional[2025-09 to 2026-04]");
        assertThat(ROWS.months("sglang")).hasToString("Optional[2025-07]");
        assertThat(ROWS.months("average")).hasToString("Optional[2025-07 to 2026-04]");
        assertThat(ROWS.months("calm")).isEmpty();
        assertThat(engine("vllm@2027-01").basis(CALIBRATION)).isEqualTo("vllm@2027-01, rows of 2025-09 to 2026-04");
        assertThat(engine("calm").basis(CALIBRATION)).isEqualTo("calm, whose rows have no date");
        assertThatThrownBy(() -> new MeasuredRows(Map.of(), Map.of("vllm", CALIBRATION.memoryReserve()), ROWS.drift()))
                .hasMessage("'vllm' is not an engine in a month, as vllm@2026-04");
    }
}
