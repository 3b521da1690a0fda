/** The kinds of layers of a model: what each has of parameters, keeps of a sequence and computes. */
@NullMarked
package muster.model.layer;

import org.jspecify.annotations.NullMarked;
