/** What a user asks for, the same for every face of Muster: named scenarios with changes, on every kind of entry. */
@NullMarked
package muster.request;

import org.jspecify.annotations.NullMarked;
