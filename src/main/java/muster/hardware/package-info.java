/** Chips: dense peak rates per format, memory, interconnect and power, each value with its source. */
@NullMarked
package muster.hardware;

import org.jspecify.annotations.NullMarked;
