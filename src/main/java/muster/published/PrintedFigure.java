package muster.published;

import java.util.Optional;

/**
 * A figure of a publication, by itself or in a table.
 *
 * @param name its name, of a cell {@code table.cell}
 * @param cell which cell it is
 * @param figure the figure
 */
record PrintedFigure(String name, Optional<TableCell> cell, PublishedFigure figure) {}
