package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutputFormatTest {

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyFormatWritesEveryKindOfSectionAndEndsItsLastLine(OutputFormat format) {
        String text = format.write(MadeUp.hostile());

        assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r");
        assertThat(format.write(MadeUp.hostile())).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void noCharacterSteersATerminalOrTurnsLetters(OutputFormat format) {
        assertThat(format.write(MadeUp.hostile()))
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|[\u0080-\u009F\u202A-\u202E\u2066-\u2069]")
                .containsIgnoringCase("\\u001b[2J\\u009b31m\\u202e");
    }
}
