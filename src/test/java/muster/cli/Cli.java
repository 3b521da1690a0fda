package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the program as a shell would. */
final class Cli {
    private static final JsonMapper JSON = new JsonMapper();

    private Cli() {}

    /**
     * What a run left behind.
     *
     * @param status its exit status
     * @param out its standard output
     * @param err its standard error
     */
    record Run(int status, String out, String err) {
        /** The lines on standard error. */
        List<String> problems() {
            return err.lines().toList();
        }

        /** Standard output as JSON. */
        JsonNode json() {
            return JSON.readTree(out);
        }

        /** The one result of standard output as JSON. */
        JsonNode result() {
            JsonNode results = json().path("results");
            assertThat(results).hasSize(1);
            return results.get(0);
        }

        /** The value of a figure in an estimate as JSON. */
        double value(String figure) {
            return result().path("quantities").path(figure).path("value").asDouble();
        }
    }

    /** Runs a command line; no run may ever show a stack trace. */
    static Run muster(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        Run run = new Run(status, out.toString(), err.toString());
        assertThat(run.err + run.out)
                .as("muster %s", String.join(" ", arguments))
                .doesNotContain("Exception", "\n\tat ", "a fault of its own");
        return run;
    }

    /** Runs a command that must go well and say nothing on standard error. */
    static Run good(String... arguments) {
        Run run = muster(arguments);
        assertThat(run.err).as("muster %s", String.join(" ", arguments)).isEmpty();
        assertThat(run.status).as("muster %s", String.join(" ", arguments)).isZero();
        return run;
    }

    /** Runs a command that must fail with an exit status and leave nothing on standard output. */
    static Run failed(int status, String... arguments) {
        Run run = muster(arguments);
        assertThat(run.status)
                .as("muster %s: %s", String.join(" ", arguments), run.err)
                .isEqualTo(status);
        assertThat(run.out).as("muster %s", String.join(" ", arguments)).isEmpty();
        assertThat(run.err).as("muster %s", String.join(" ", arguments)).isNotBlank();
        return run;
    }

    /** The path of a file among the test resources, as a user in the project's folder would write it. */
    static String file(String name) {
        return "src/test/resources/cli/" + name;
    }
}
