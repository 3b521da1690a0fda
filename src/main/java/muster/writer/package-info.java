/** One class per format, each of which writes any view. The same view gives the same bytes on every machine. */
@NullMarked
package muster.writer;

import org.jspecify.annotations.NullMarked;
