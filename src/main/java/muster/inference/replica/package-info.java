/** One replica: what its memory holds, how a model is laid out over its chips, and the frontier of serial speed against throughput. */
@NullMarked
package muster.inference.replica;

import org.jspecify.annotations.NullMarked;
