/** Tables that Epoch AI publishes, read into entries of the catalog. */
@NullMarked
package muster.epoch;

import org.jspecify.annotations.NullMarked;
