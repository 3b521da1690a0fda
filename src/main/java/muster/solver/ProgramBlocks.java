package muster.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The blocks of a program: constraints that each share out a bound among variables of their own, as the chips of one kind among what
 * they can do. What is left are the few constraints and variables that all blocks have in common.
 *
 * <p>A block is an at-most constraint with a bound above zero and coefficients above zero, of variables from zero on without an
 * upper bound, none of which is in another block.
 */
final class ProgramBlocks {
    // What most things have in common is no block: to find those of few variables first, and none of many.
    private static final int MOST_VARIABLES = 64;
    private static final int NONE = -1;

    private final LinearProgram program;
    private final List<Block> blocks = new ArrayList<>();
    private final int[] blockOf;
    private final boolean[] blockRow;
    private final List<List<Entry>> columns = new ArrayList<>();
    private final double[] costs;

    /**
     * A block.
     *
     * @param row its constraint
     * @param terms its terms
     */
    record Block(int row, List<LinearTerm> terms) {}

    /** A coefficient of a variable in a constraint that is no block. */
    record Entry(int row, double coefficient) {}

    ProgramBlocks(LinearProgram program) {
        this.program = program;
        this.blockOf = new int[program.variables().size()];
        this.blockRow = new boolean[program.constraints().size()];
        this.costs = program.costs();
        Arrays.fill(blockOf, NONE);
        IntStream.range(0, blockRow.length)
                .boxed()
                .filter(this::sharesOut)
                .sorted(Comparator.comparingInt(row -> terms(row).size()))
                .forEach(this::take);
        program.variables().forEach(variable -> columns.add(new ArrayList<>()));
        for (int row = 0; row < blockRow.length; row++) {
            if (!blockRow[row]) {
                for (LinearTerm term : terms(row)) {
                    columns.get(term.variable().index()).add(new Entry(row, term.coefficient()));
                }
            }
        }
    }

    private List<LinearTerm> terms(int row) {
        return program.constraints().get(row).terms();
    }

    private boolean sharesOut(int row) {
        Constraint constraint = program.constraints().get(row);
        return constraint.relation() == Relation.AT_MOST
                && constraint.bound() > 0
                && !constraint.terms().isEmpty()
                && constraint.terms().size() <= MOST_VARIABLES
                && constraint.terms().stream().allMatch(term -> term.coefficient() > 0 && isFree(term.variable()));
    }

    private static boolean isFree(Variable variable) {
        return variable.low() == 0 && variable.high() == Double.POSITIVE_INFINITY;
    }

    private void take(int row) {
        if (terms(row).stream().allMatch(term -> blockOf[term.variable().index()] == NONE)) {
            terms(row).forEach(term -> blockOf[term.variable().index()] = blocks.size());
            blockRow[row] = true;
            blocks.add(new Block(row, terms(row)));
        }
    }

    /** How many there are. */
    int count() {
        return blocks.size();
    }

    /** Whether a constraint is that of a block. */
    boolean isBlock(int row) {
        return blockRow[row];
    }

    /** Whether a variable is in a block. */
    boolean isInBlock(Variable variable) {
        return blockOf[variable.index()] != NONE;
    }

    /** The coefficients of a variable in what blocks have in common. */
    List<Entry> column(Variable variable) {
        return columns.get(variable.index());
    }

    /** The coefficient of a variable in the objective. */
    double cost(Variable variable) {
        return costs[variable.index()];
    }

    /** ProgramBlocks that have their terms, in order, in the same constraints with the same signs. */
    Collection<List<Block>> alike() {
        Map<List<Object>, List<Block>> alike = new LinkedHashMap<>();
        for (Block block : blocks) {
            List<Object> pattern = new ArrayList<>();
            for (LinearTerm term : block.terms()) {
                pattern.add(Math.signum(cost(term.variable())));
                column(term.variable())
                        .forEach(entry -> pattern.addAll(List.of(entry.row(), Math.signum(entry.coefficient()))));
            }
            alike.computeIfAbsent(pattern, unseen -> new ArrayList<>()).add(block);
        }
        return alike.values();
    }

    /** What a unit of the bound of a block is worth on a variable of it, at the dual values of what blocks have in common. */
    double worth(LinearTerm term, double[] prices) {
        double worth = cost(term.variable());
        for (Entry entry : column(term.variable())) {
            worth -= prices[entry.row()] * entry.coefficient();
        }
        return worth / term.coefficient();
    }
}
