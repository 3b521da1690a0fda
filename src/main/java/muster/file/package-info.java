/**
 * Files of a user: the names that one may have, and files that are written whole or not at all, by one writer at a time.
 */
@NullMarked
package muster.file;

import org.jspecify.annotations.NullMarked;
