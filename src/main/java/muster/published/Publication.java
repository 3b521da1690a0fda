package muster.published;

import java.util.Map;
import muster.catalog.Kind;

/**
 * A publication with the figures that it prints.
 *
 * @param group what it is about
 * @param figures the figures by name
 */
public record Publication(Group group, Map<String, PublishedFigure> figures) {

    /** Publications in the catalog. */
    public static final Kind<Publication> KIND = new Kind<>("published/v1", "published", Publication.class);
}
