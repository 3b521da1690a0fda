package muster.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key holds when a file leaves it out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Otherwise {
    /** The value, as a file would write it. */
    String value();

    /** Why this value; with the source, where it has one. */
    String because();
}
