package muster.published;

/**
 * Where a figure stands in a table.
 *
 * @param tableName the name of the table in its publication
 * @param name the name of the cell in its table
 * @param table the table
 */
public record TableCell(String tableName, String name, PublishedTable table) {}
