package muster.scaling.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifiabilityTest {
    // Runs as size:tokens.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1:1 1:2 1:3 2:1 2:2 2:3 | false | there are two of the size alone, and A and alpha take 3 different ones at least",
                "1:1 2:1 3:1 1:2 2:2 3:2 | false | there are two of the number of tokens alone, and B and beta take 3 different ones at least",
                "1:1 2:2 3:3 1:1 | false | 3 different runs tell no 5 constants",
                "1:1 2:2 3:3 1:2 2:3 | false | -",
                "1:1 1:2 1:3 2:1 2:2 | true | -",
                "1:1 1:2 2:1 2:2 1:1 | true | two sizes and two numbers of tokens tell no exponent, which takes three of either",
                "1:1 1:2 1:3 1:4 | true | all runs have one size, and the coefficient of the parameters take 2 different ones at least",
                "1:1 2:1 3:1 4:1 | true | all runs have one number of tokens, and the coefficient of the tokens take 2 different ones at least",
                "1:1 1:2 1:3 2:1 2:2 2:3 1:20 | false | there are two of the size alone, and A and alpha take 3 different ones at least",
                "1:20 2:40 3:60 4:80 5:100 | true | all runs have the same tokens per parameter, which tells the sum of both coefficients and neither",
                "1:20 2:40 3:60 4:80 5:100 | false | -",
            })
    void whatRunsDoNotTellIsSaid(String runs, boolean tied, String reason) {
        List<TrainingRun> table = Arrays.stream(runs.split(" ", -1))
                .map(run -> run.split(":", -1))
                .map(run -> new TrainingRun(Double.parseDouble(run[0]) * 1e9, Double.parseDouble(run[1]) * 1e9, 2))
                .toList();

        assertThat(Identifiability.of(table).reasons(tied)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }
}
