/** The course of a lead: who reaches which level when, and what is done meanwhile. */
@NullMarked
package muster.research.course;

import org.jspecify.annotations.NullMarked;
