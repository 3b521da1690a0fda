/**
 * Keeps the documentation true: commands in it are run, tables in it are made from the code. With
 * {@code -Ddocs.update=true} the pages are rewritten instead of compared.
 */
@NullMarked
package muster.docs;

import org.jspecify.annotations.NullMarked;
