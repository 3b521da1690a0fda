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
}
