/** The section: what work, experiments and agents amount to as research, under laws that are named. */
@NullMarked
package muster.research;

import org.jspecify.annotations.NullMarked;
