/** Questions about fleets by owner, chip or vendor, and their answers. */
@NullMarked
package muster.fleet.query;

import org.jspecify.annotations.NullMarked;
