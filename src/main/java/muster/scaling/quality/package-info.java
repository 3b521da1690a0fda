/** Laws of what a technique costs in quality: number formats, distillation, sparsity, routed experts. */
@NullMarked
package muster.scaling.quality;

import org.jspecify.annotations.NullMarked;
