package muster.diagnostic;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> KEYS = List.of(
            "share", "shape", "capacity", "precision", "scope", "duration", "utilization", "serial_speed", "flop-rule");

    @ParameterizedTest
    @CsvSource({
        "shar, share",
        "sharee, share",
        "capecity, capacity",
        "shrae, share",
        "hsare, share",
        "Share, share",
        "SHARE, share",
        "capcity, capacity",
        "cpaacity, capacity",
        "utilisation, utilization",
        "serial-speed, serial_speed",
        "Serial-Speed, serial_speed",
        "serialspeed, serial_speed",
        "flop_rule, flop-rule",
        "floprule, flop-rule",
        "speed, serial_speed",
        "precision_of_it, precision",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "workforce", "cap", "sc", "training", ""})
    void isSilentWhereNothingIsNear(String written) {
        assertThat(Nearest.to(written, List.of("share", "precision", "serial_speed")))
                .isEmpty();
    }

    @Test
    void prefersTheNearerAndThenTheFirstInTheAlphabet() {
        assertThat(Nearest.to("shaqe", List.of("shape", "share"))).contains("shape");
        assertThat(Nearest.to("shaqe", List.of("share", "shape"))).contains("shape");
        assertThat(Nearest.to("shares", List.of("shape", "share"))).contains("share");
    }

    @Test
    void countsNoDifferenceBetweenHyphenAndUnderscore() {
        assertThat(Nearest.to("to-ab", List.of("to-ax", "to_ab"))).contains("to_ab");
        assertThat(Nearest.to("to_ab", List.of("to_ax", "to-ab"))).contains("to-ab");
    }

    @Test
    void takesAnExactNameBeforeOneThatContainsIt() {
        assertThat(Nearest.to("FP8", List.of("fp8_dense", "fp8"))).contains("fp8");
    }

    @Test
    void takesANameInWhichItIsAWordBeforeOneInWhichItIsAPart() {
        assertThat(Nearest.to("H200", List.of("nvidia-gh200-144", "nvidia-h200-sxm")))
                .contains("nvidia-h200-sxm");
    }

    @Test
    void endsAMessageWithTheNameOrWithNothing() {
        assertThat(Nearest.maybe("shar", KEYS)).isEqualTo(" Maybe share?");
        assertThat(Nearest.maybe("qqqqqqq", KEYS)).isEmpty();
        assertThat(Nearest.maybe("share", List.of())).isEmpty();
    }

    @Test
    void isQuickOnEnormousNames() {
        String enormous = "share".repeat(800_000);
        assertTimeoutPreemptively(
                ofSeconds(10), () -> assertThat(Nearest.to(enormous, KEYS)).isEmpty());
    }
}
