package muster.solver;

/**
 * A variable times a number.
 *
 * @param coefficient the number
 * @param variable the variable
 */
public record LinearTerm(double coefficient, Variable variable) {}
