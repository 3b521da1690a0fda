/** Waiting: first tokens and answers under a number of requests or under a rate of them, as closed forms over the time of steps. */
@NullMarked
package muster.inference.queue;

import org.jspecify.annotations.NullMarked;
