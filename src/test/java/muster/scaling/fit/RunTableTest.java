package muster.scaling.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of runs: which column is which, which rows count, and what is said of the rest. */
final class RunTableTest {
    private static final RunTable PLAIN = new RunTable(Map.of(), Map.of(), 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters,tokens,loss",
                "Params,D,smoothed loss",
                "N,Training Tokens,val_loss",
                "model size,tokens,Final Loss",
                "params_total,d,loss_c4_val"
            })
    void usualNamesAreKnown(String head) {
        FitRuns runs = good(PLAIN, head + "\n1e9,2e10,2.5\n");
        assertThat(runs.kept()).containsExactly(new TrainingRun(1e9, 2e10, 2.5));
        assertThat(runs.file()).isEqualTo("runs.csv");
        assertThat(runs.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flop", "FLOPs", "compute", "C", "budget", "training flop", "flops_6nd"})
    void tokensFollowFromFlopAtSixForAParameterAndToken(String head) {
        FitRuns runs = good(PLAIN, "n,%s,loss\n1e9,1.2e20,2.5\n".formatted(head));
        assertThat(runs.kept().get(0).tokens()).isCloseTo(2e10, within(1.0));
        assertThat(runs.kept().get(0).error()).isEmpty();
    }

    @Test
    void tokensThatAreThereAreTakenBeforeFlop() {
        assertThat(good(PLAIN, "n,flop,d,loss,error\n1e9,1e30,2e10,2.5,0.4\n").kept())
                .containsExactly(new TrainingRun(1e9, 2e10, 2.5, OptionalDouble.of(0.4)));
    }

    @Test
    void aColumnCanBeNamed() {
        RunTable table = new RunTable(Map.of("tokens", "seen", "loss", "L2"), Map.of(), 0);
        assertThat(good(table, "n,flop,seen,loss,L2\n1e9,1e30,2e10,9,2.5\n").kept())
                .containsExactly(new TrainingRun(1e9, 2e10, 2.5));
    }

    @Test
    void onlyRowsOfTheConditionsCount() {
        RunTable table = new RunTable(Map.of(), Map.of("kind", "good", "lr", "1"), 0);
        String csv =
                "n,d,loss,kind,lr\n1e9,2e10,2.1,good,1\n1e9,2e10,2.2,odd,1\n1e9,2e10,2.3,good,2\n1e9,2e10,?,odd,2\n";
        assertThat(good(table, csv).kept()).containsExactly(new TrainingRun(1e9, 2e10, 2.1));
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 0", "1, 3, 1", "2, 1, 3", "3, 1, 3", "4, 0, 4", "9, 0, 4"})
    void theHighestLossesAreLeftOutWithTheirEquals(int drop, int kept, int dropped) {
        String csv = "n,d,loss\n1e9,2e10,3\n1e9,2e10,2\n1e9,2e10,4\n1e9,2e10,3\n";
        FitRuns runs = good(new RunTable(Map.of(), Map.of(), drop), csv);
        assertThat(runs.kept()).hasSize(kept);
        assertThat(runs.dropped()).isEqualTo(dropped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 1e5 is as few as any; one less is taken for another unit
                "100000 | 1e10 | ",
                "99990 | 1e10 | runs.csv:1:1: warning [unlikely-unit] no run has more than 99,990 parameters, which are counted one by one. Maybe 'n' is in millions or billions?",
                "1e9 | 300 | runs.csv:1:3: warning [unlikely-unit] no run has more than 300 tokens, which are counted one by one. Maybe 'd' is in millions or billions?",
            })
    void whatLooksLikeMillionsIsWarnedOf(String size, String tokens, String warning) {
        FitRuns runs = good(PLAIN, "n,d,loss\n%s,%s,2\n1,1,2\n".formatted(size, tokens));
        assertThat(runs.warnings().stream().map(Diagnostic::toString))
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void noRowsAtAllLookLikeNothing() {
        RunTable none = new RunTable(Map.of(), Map.of("kind", "none"), 0);
        FitRuns runs = good(none, "n,d,loss,kind\n1e9,2e10,2,a\n");
        assertThat(runs.kept()).isEmpty();
        assertThat(runs.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n;D;d;loss | runs.csv:1:5: error [duplicate-column] 'd' holds tokens a second time, after 'D'. Maybe --column tokens=NAME, where their names differ?",
                "n;seen;loss | runs.csv:1:1: error [unknown-column] no column holds flop or tokens; there are n, seen, loss. Maybe --column flop=NAME?",
                "size;d;loss | runs.csv:1:1: error [unknown-column] no column holds parameters; there are size, d, loss. Maybe --column parameters=NAME?",
                "n;d;losses | runs.csv:1:1: error [unknown-column] no column holds loss; there are n, d, losses. Maybe --column loss=NAME?",
            })
    void columnsThatAreMissingOrTwiceAreSaid(String head, String problem) {
        String row = "\n" + "1,".repeat(head.split(";", -1).length - 1) + "1\n";
        assertThat(bad(PLAIN, head.replace(';', ',') + row)).containsExactly(problem);
    }

    @Test
    void aNameOnTheCommandLineThatIsNoneIsSaidWithTheNearest() {
        assertThat(bad(new RunTable(Map.of("token", "d"), Map.of(), 0), "n,d,loss\n1,1,1\n"))
                .containsExactly(
                        "--column token: error [unknown-column] columns hold parameters, tokens, flop, loss, error. Maybe tokens?");
        assertThat(bad(new RunTable(Map.of("tokens", "sen"), Map.of(), 0), "n,seen,loss\n1,1,1\n"))
                .containsExactly(
                        "--column tokens=sen: error [unknown-column] there is no column 'sen'; there are n, seen, loss. Maybe seen?");
        assertThat(bad(new RunTable(Map.of(), Map.of("kin", "a"), 0), "n,d,loss,kind\n1,1,1,a\n"))
                .containsExactly(
                        "--where kin=a: error [unknown-column] there is no column 'kin'; there are n, d, loss, kind. Maybe kind?");
        assertThat(bad(new RunTable(Map.of("tokens", "seen"), Map.of(), 0), "n,seen,seen,loss\n1,1,1,1\n"))
                .containsExactly("runs.csv:1:8: error [duplicate-column] a second column is named 'seen'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | '0' is not a number above 0",
                "-1 | '-1' is not a number above 0",
                "NaN | 'NaN' is not a number above 0",
                "Infinity | 'Infinity' is not a number above 0",
                "many | 'many' is not a number above 0",
                "\"2,5\" | '2,5' is not a number above 0: decimals have a point. Maybe 2.5?",
                "\"2,5e9\" | '2,5e9' is not a number above 0: decimals have a point. Maybe 2.5e9?",
            })
    void whatIsNoNumberAboveZeroIsSaidWhereItStands(String cell, String message) {
        assertThat(bad(PLAIN, "n,loss,d\n1e9,%s,2e10\n".formatted(cell)))
                .containsExactly("runs.csv:2:5: error [not-a-quantity] " + message);
    }

    private static FitRuns good(RunTable table, String csv) {
        Problems problems = new Problems();
        Optional<FitRuns> runs = read(table, csv, problems);
        assertThat(problems.sorted()).isEmpty();
        return runs.orElseThrow();
    }

    private static List<String> bad(RunTable table, String csv) {
        Problems problems = new Problems();
        assertThat(read(table, csv, problems)).isEmpty();
        return problems.sorted().stream().map(Diagnostic::toString).toList();
    }

    private static Optional<FitRuns> read(RunTable table, String csv, Problems problems) {
        return table.read("runs.csv", Csv.of("runs.csv", csv, problems).orElseThrow(), problems);
    }
}
