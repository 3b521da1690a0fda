/** Figures in words: the digits that they support, their names for readers, and their record step by step. */
@NullMarked
package muster.view.figure;

import org.jspecify.annotations.NullMarked;
