/** The command line: reads arguments, calls the packages below, prints what {@code report} makes. */
@NullMarked
package muster.cli;

import org.jspecify.annotations.NullMarked;
