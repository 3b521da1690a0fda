/** Views of training budgets under scaling laws, and of laws fitted to runs. */
@NullMarked
package muster.view.scaling;

import org.jspecify.annotations.NullMarked;
