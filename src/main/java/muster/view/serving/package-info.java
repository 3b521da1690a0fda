/** What is shown of chips that serve a model: deployments, what takes the time of a token, what can be had of speed and throughput. */
@NullMarked
package muster.view.serving;

import org.jspecify.annotations.NullMarked;
