package muster.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31",
        "2025-H1, 2025-01-01, 2025-06-30",
        "2025-H2, 2025-07-01, 2025-12-31",
        "2025-Q1, 2025-01-01, 2025-03-31",
        "2025-Q4, 2025-10-01, 2025-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-12, 2025-12-01, 2025-12-31",
        "2025-12-30, 2025-12-30, 2025-12-30"
    })
    void runsFromItsFirstDayToItsLast(String text, LocalDate first, LocalDate last) {
        CalendarPeriod period = CalendarPeriod.parse(text);

        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(CalendarPeriod.parse(period.toString())).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "2025-Q5",
                "2025-H3",
                "2025-13",
                "2025-02-30",
                "2025/12",
                "Q4 2025",
                "2016-2018",
                "12025"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> CalendarPeriod.parse(text))
                .isInstanceOf(UnitSyntax.class)
                .hasMessageContaining("not a date");
    }
}
