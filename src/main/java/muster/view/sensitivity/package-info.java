/** Views of what moves a figure, and rows of sweeps. */
@NullMarked
package muster.view.sensitivity;

import org.jspecify.annotations.NullMarked;
