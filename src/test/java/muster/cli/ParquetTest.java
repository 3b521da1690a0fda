package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep as Parquet. */
final class ParquetTest {
    private static final String[] SHARES = {"sweep", "--over", "fleet.share=1%,50%", "--figure", "training.compute"};

    @TempDir
    private Path folder;

    @Test
    void theDriverIsTheUsersToBring() {
        Cli.Run run = sweep("shares.parquet");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("--duckdb JAR");
        assertThat(sweep("shares.csv", "--duckdb", "duckdb.jar").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void rowsStayWhereTheDriverFails() {
        Cli.Run run =
                sweep("shares.parquet", "--duckdb", folder.resolve("none.jar").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("there is no org.duckdb.DuckDBDriver in");
        assertThat(folder.resolve("shares.parquet")).doesNotExist();
        assertThat(folder.resolve(".shares.parquet.part")).content().contains("1%,6.3072e26,FLOP");
    }

    /** Runs where {@code -Dmuster.duckdb=JAR} names the driver. */
    @Test
    void numbersAreNumbers() throws IOException, ReflectiveOperationException, SQLException {
        String jar = System.getProperty("muster.duckdb");
        assumeThat(jar).isNotNull();
        assertThat(sweep("shares.parquet", "--duckdb", jar).status()).isZero();

        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()});
                Connection connection = ((Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                                .getDeclaredConstructor()
                                .newInstance())
                        .connect("jdbc:duckdb:", new Properties());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT \"fleet.share\", \"training.compute\" * 2 FROM '%s'"
                                .formatted(folder.resolve("shares.parquet")))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("1%");
            assertThat(rows.getDouble(2)).isEqualTo(2 * 6.3072e26);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getDouble(2)).isEqualTo(2 * 3.1536e28);
            assertThat(rows.next()).isFalse();
        }
    }

    private Cli.Run sweep(String file, String... more) {
        String[] arguments = Arrays.copyOf(SHARES, SHARES.length + 2 + more.length);
        arguments[SHARES.length] = "--out";
        arguments[SHARES.length + 1] = folder.resolve(file).toString();
        System.arraycopy(more, 0, arguments, SHARES.length + 2, more.length);
        return Cli.muster(arguments);
    }
}
