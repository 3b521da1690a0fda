package muster.unit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings that could mean two things, or nothing, and what the message says to write instead. */
class RefusedSpellingTest {
    private static final Pattern ADVICE = Pattern.compile("(?:Maybe|or) ([^ ?]+)(?: \\([^)]*\\))?(?=[ ?])");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "989 TFLOPS | TFLOP/s | TFLOP ",
                "989 tflops | TFLOP/s | TFLOP ",
                "5 flops | FLOP/s | FLOP ",
                "5 FLOPs | FLOP/s | FLOP ",
                "1979 TOPS | TOP/s | TOP ",
                "5 kflops | kFLOP/s | kFLOP ",
                "400 Gbps | Gb/s | GB/s",
                "400 gbps | Gb/s | GB/s",
                "400 GBps | Gb/s | GB/s",
                "400 GiBps | Gib/s | GiB/s",
                "400 gibps | Gib/s | GiB/s",
                "400 kibps | Kib/s | KiB/s",
                "56 Kbps | kb/s | kB/s",
                "80 KB | kB | KiB",
                "80 Kb | kb | Kib",
                "80 gb | GB | Gb",
                "80 mib | MiB | Mib",
                "80GiB | 80 GiB | ",
                "80GB/s | 80 GB/s | ",
                "989.4TFLOP/s | 989.4 TFLOP/s | ",
                "70B | 70e9 | 70 B",
                "70B parameter | Maybe 70e9 parameter? | ",
                "70k | Maybe 70e3? | ",
                "500 k | Maybe 500e3? | ",
                "500k token/s | Maybe 500e3 token/s? | ",
                "500K tok/s | Maybe 500e3 token/s? | ",
                "1.1T | 1.1e12 | ",
                "1,1T parameter | Maybe 1.1e12 parameter? | ",
                "7M | Maybe 7e6? | ",
                "$1,500 | Maybe 1500 USD or 1.500 USD? | ",
                "$3M | Maybe 3e6 USD? | ",
                "1_000 chip | Maybe 1000 chip? | ",
                "1,000 chip | Maybe 1000 chip or 1.000 chip? | ",
                "1'000 chip | Maybe 1000 chip? | ",
                "1 000 chip | Maybe 1000 chip? | ",
                "1 000,5 chip | Maybe 1000.5 chip? | ",
                "1,5 | Maybe 1.5? | ",
                "0,500 chip | Maybe 0.500 chip? | ",
                "30,5 token/s | Maybe 30.5 token/s? | ",
                "30,5 TFLOPS | Maybe 30.5 TFLOP/s or 30.5 TFLOP? | ",
                "12,5% | Maybe 12.5%? | ",
                "1,5e3 s | Maybe 1.5e3 s? | ",
                "1,234,567.8 s | Maybe 1234567.8 s? | ",
                "1.234.567,8 s | Maybe 1234567.8 s? | ",
                "1.234,5 s | Maybe 1234.5 s? | ",
                "4 FLOP / s | Maybe 4 FLOP/s? | ",
                "30tok/s | Maybe 30 token/s? | ",
                "30 tok/s | Maybe token/s? | ",
                "30 tokens/s | Maybe token/s? | ",
                "30 token/sec | Maybe token/s? | ",
                "30 toks/second | Maybe token/s? | ",
                "30 tps | Maybe token/s? | ",
                "30 Tokens/Sec | Maybe token/s? | ",
                "3 $/Mtok | Maybe USD/Mtoken? | ",
                "2 $/gpu-hour | Maybe USD/chip/h? | ",
                "2 gpu-hours | Maybe chip*h? | ",
                "989 TFLOPs/s | Maybe TFLOP/s? | ",
                "989 TFLOPS/W | TFLOP/s (a rate) | TFLOP (a count)",
                "3 TB/sec | Maybe TB/s? | ",
                "3 token/m | Maybe token/min or token/month? | ",
                "25 percent | Maybe %? | ",
                "5 hrs | Maybe h? | ",
                "5 tokens | token | ",
                "5 seconds | Maybe s? | ",
                "5 sec | Maybe s? | ",
                "5 hours | Maybe h? | ",
                "5 weeks | day | 7",
                "5 days | day | ",
                "5 years | year | ",
                "5 m | min | month",
                "5 params | parameter | ",
                "5 bytes | Maybe B? | ",
                "5 gpus | chip | ",
                "5 h100 | H100e | chip",
                "5 usd | USD | ",
                "5 $ | USD | ",
                "5 $/h | USD | ",
                "$5 | 5 USD | ",
                "$2.5/h | 2.5 USD/h | ",
                "2.5$/h | 2.5 USD/h | ",
            })
    void namesTheSpellingToWriteInstead(String text, String instead, String orElse) {
        UnitSyntax refused = catchThrowableOfType(UnitSyntax.class, () -> Quantity.parse(text));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.getMessage()).contains(instead);
        if (orElse != null) {
            assertThat(refused.getMessage()).contains(orElse);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "GiB", "80\tGiB", "80 Gi B", "4 FLOP / s", "NaN", "nan s", "Infinity s", "-inf s", "0x10 B",
                        "1d",
                "1f", "--1 s", "1e s", "1e3.5 s", "1.2.3 s", "e5 s", "٣ s", "1 s 2", "25%%", "% 25", "5 T", "5 EUR",
                "5 µs", "1e400 s", "1e-400 s", "1e300 YFLOP", "1e-320 ns", "-", ".", "+ s", "1.2.3k", "$", "$/h"
            })
    void refusesWhatIsNoQuantity(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(UnitSyntax.class);
    }

    @Test
    void everyAdviceCanItselfBeRead() {
        List<String> prefixes = List.of("", "k", "K", "m", "M", "g", "G", "t", "T", "p", "P", "e", "E", "z", "Z", "Y");
        List<String> binary = List.of("", "i", "I");
        List<String> names = List.of("bps", "BPS", "Bps", "flops", "FLOPS", "Flop", "ops", "OPS", "b", "B", "wh", "w");
        for (String prefix : prefixes) {
            for (String more : binary) {
                names.forEach(name -> adviceOn(prefix + more + name)
                        .forEach(unit -> assertThat(Unit.parse(unit).factor())
                                .as(prefix + more + name)
                                .isPositive()));
            }
        }
    }

    private static List<String> adviceOn(String name) {
        UnitSyntax refused = catchThrowableOfType(UnitSyntax.class, () -> Unit.parse(name));
        String maybe = refused == null ? "" : refused.getMessage().replaceAll(".*(?=Maybe)", "");
        return ADVICE.matcher(maybe).results().map(found -> found.group(1)).toList();
    }

    @Test
    void theAdviceThatIsReadIsThere() {
        assertThat(adviceOn("gbps")).containsExactly("Gb/s", "GB/s");
        assertThat(adviceOn("TFLOPS")).containsExactly("TFLOP/s", "TFLOP");
    }

    @Test
    void noTextTakesLong() {
        for (String part : List.of("a", "1", ".", "e", "$", " ", "% ", "1 ", "-", "/", "a/", "^", "1e")) {
            String text = "1" + part.repeat(100_000) + "!";
            assertTimeoutPreemptively(
                    ofSeconds(10),
                    () -> assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(UnitSyntax.class),
                    part);
        }
    }
}
