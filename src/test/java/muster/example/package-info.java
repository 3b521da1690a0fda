/** Programs that the documentation shows, which are compiled and run as it shows them. */
@NullMarked
package muster.example;

import org.jspecify.annotations.NullMarked;
