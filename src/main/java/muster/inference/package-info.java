/** From a model on a fleet to tokens per second: throughput, serial speed, concurrent streams. */
@NullMarked
package muster.inference;

import org.jspecify.annotations.NullMarked;
