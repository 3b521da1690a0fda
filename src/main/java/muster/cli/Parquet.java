package muster.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Parquet from CSV, by DuckDB, whose JDBC driver the user names: it is several times as large as all of Muster, so that it is
 * not part of it (docs/decisions/017).
 */
final class Parquet {
    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    private Parquet() {}

    /**
     * Writes a table as Parquet.
     *
     * @param csv the table, with a head
     * @param columns the SQL type of each column, by its name, in their order
     * @param to where it goes; a file there is replaced
     * @param jar the driver's jar, duckdb_jdbc
     * @throws IOException if the jar has no driver, or the driver cannot do it
     */
    static void write(Path csv, Map<String, String> columns, Path to, Path jar) throws IOException {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                Connection connection = driver(loader, jar).connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(%s, header = true, columns = {%s})) TO %s (FORMAT parquet)"
                    .formatted(text(csv), types(columns), text(to)));
        } catch (SQLException e) {
            throw new IOException("by DuckDB: " + e.getMessage(), e);
        }
    }

    private static Driver driver(ClassLoader loader, Path jar) throws IOException {
        try {
            return (Driver) loader.loadClass(DRIVER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("there is no " + DRIVER + " in " + jar, e);
        }
    }

    private static String types(Map<String, String> columns) {
        Map<String, String> quoted = new LinkedHashMap<>();
        columns.forEach((name, type) -> quoted.put(text(name), text(type)));
        return quoted.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(Object words) {
        return "'" + words.toString().replace("'", "''") + "'";
    }
}
