/**
 * Formulas of losses, each written once ({@link muster.scaling.loss.LossFormula}): N counts parameters, D tokens, losses are in nat
 * per token. On a chain a formula records its steps; over doubles it is searched ({@link muster.scaling.loss.LossSurface}). Losses of
 * different laws belong to different texts and tokenizers and are never compared.
 */
@NullMarked
package muster.scaling.loss;

import org.jspecify.annotations.NullMarked;
