/**
 * What is shown of chips that serve a model: deployments, the breakdown of the time per output token, what can be had of speed
 * and throughput.
 */
@NullMarked
package muster.view.serving;

import org.jspecify.annotations.NullMarked;
