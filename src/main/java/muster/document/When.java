package muster.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells an alternative of a {@link Choice} from the others: it is meant when its key is there, or when its word stands in place
 * of a mapping.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface When {
    /** The key that only this alternative has. */
    String key() default "";

    /** The word that means this alternative. */
    String word() default "";

    /** The word that a text may begin with, whose rest is then the value of the key, as in {@code at-least 10 token/s}. */
    String lead() default "";
}
