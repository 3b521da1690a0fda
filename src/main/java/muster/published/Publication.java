package muster.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Kind;

/**
 * A publication with the figures that it prints.
 *
 * @param group what it is about
 * @param figures single figures by name
 * @param tables columns of tables by name
 */
public record Publication(
        Group group, Optional<Map<String, PublishedFigure>> figures, Optional<Map<String, PublishedTable>> tables) {

    /** Publications in the catalog. */
    public static final Kind<Publication> KIND = new Kind<>("published/v1", "published", Publication.class);

    /** All figures, single ones before those of tables. */
    List<Printed> all() {
        List<Printed> all = new ArrayList<>();
        figures.orElse(Map.of()).forEach((name, figure) -> all.add(new Printed(name, Optional.empty(), figure)));
        tables.orElse(Map.of()).forEach((name, table) -> all.addAll(table.printed(name)));
        return all;
    }
}
