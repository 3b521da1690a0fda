/** What a set of chips amounts to: its dense peak rate at a named precision, the share that is meant, H100-equivalents. */
@NullMarked
package muster.fleet;

import org.jspecify.annotations.NullMarked;
