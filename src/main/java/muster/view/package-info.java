/**
 * What is shown of a result, as data: sections of tables, notes and pictures, rows, and a tree of values. The packages below this
 * one make views of results; no view knows how a format is written.
 */
@NullMarked
package muster.view;

import org.jspecify.annotations.NullMarked;
