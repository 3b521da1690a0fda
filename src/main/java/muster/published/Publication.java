package muster.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.EntryKind;

/**
 * A publication with the figures that it prints.
 *
 * @param group what it is about
 * @param figures single figures by name
 * @param tables columns of tables by name
 */
public record Publication(
        PublicationTopic group,
        Optional<Map<String, PublishedFigure>> figures,
        Optional<Map<String, PublishedTable>> tables) {

    /** Publications in the catalog. */
    public static final EntryKind<Publication> KIND = new EntryKind<>("published/v1", "published", Publication.class);

    /** All figures, single ones before those of tables. */
    List<PrintedFigure> all() {
        List<PrintedFigure> all = new ArrayList<>();
        figures.orElse(Map.of()).forEach((name, figure) -> all.add(new PrintedFigure(name, Optional.empty(), figure)));
        tables.orElse(Map.of()).forEach((name, table) -> all.addAll(table.printed(name)));
        return all;
    }
}
