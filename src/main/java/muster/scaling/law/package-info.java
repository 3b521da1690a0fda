/** Scaling laws as a catalog has them: by what each gives parameters, tokens and loss for a compute, with the domain of its fit. */
@NullMarked
package muster.scaling.law;

import org.jspecify.annotations.NullMarked;
