package muster.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface whose permitted records are alternatives in a file, told apart by the text of one key, or by which key
 * of theirs is there ({@link When}). Its {@code permits} is written out: schemas, messages and tables follow that order, and without
 * it the compiler's order of files would decide.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
    /** The key whose text names the alternative by its class name in kebab case; empty where {@link When} tells. */
    String by() default "";
}
