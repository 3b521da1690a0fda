package muster.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit of a number that a key holds. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface In {
    /** The unit in which figures show it; a file may use any unit of the same dimension. */
    String value();

    /** A unit that a file may use instead because the key says the rest, as {@code token/s} for a speed per stream. */
    String plain() default "";

    /** The values that make sense. */
    Range range() default Range.POSITIVE;
}
