/**
 * Laws of loss as pure functions of doubles: N counts parameters, D tokens, losses are in nat per token. Losses of different laws
 * belong to different texts and tokenizers and are never compared.
 */
@NullMarked
package muster.scaling.loss;

import org.jspecify.annotations.NullMarked;
