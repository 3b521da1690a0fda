package muster.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a type whose values are entries of the catalog: a file names one by its id, alone or as {@code id:} beside keys that differ from the entry. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CatalogEntry {
    /** The schema of the entries, as {@code law/v1}. */
    String value();
}
