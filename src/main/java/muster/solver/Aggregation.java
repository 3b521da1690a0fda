package muster.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.solver.ProgramBlocks.Block;

/**
 * Solves a program of many blocks that resemble each other by one of few: blocks do the same in a group, of which the program sees the
 * sum, until the dual values show which of a group would rather do something else. Those become a group of their own (Rogers, Plante,
 * Wong and Evans 1991, Aggregation and disaggregation techniques and methodology in optimization, Operations Research 39(4)).
 *
 * <pre>
 * of a group     sum over its blocks b with bounds B_b of c_bj B_b, a_ibj B_b        for each part j, of which at most 1 is used
 * price of b     the most of 0 and c_bj - y a_bj over j
 * </pre>
 *
 * A group ends where all its blocks want the same, so that of a thousand kinds of chips, some of which train and some serve, some
 * ten groups tell which. Answers are held against the program as it is written.
 */
final class Aggregation {
    private static final int LEAST_BLOCKS = 100;
    // With fewer blocks in a group there is not enough to win.
    private static final int LEAST_BLOCKS_PER_GROUP = 2;
    private static final int MOST_ROUNDS = 100;
    private static final int NOTHING = -1;

    private final LinearProgram program;
    private final ProgramBlocks blocks;
    private List<List<Block>> groups;

    private Aggregation(LinearProgram program) {
        this.program = program;
        this.blocks = new ProgramBlocks(program);
        this.groups = List.copyOf(blocks.alike());
    }

    /** The optimum of a program of many blocks, proven; nothing for other programs, or where there is none or no proof is found. */
    static Optional<SolverOutcome.Optimal> optimum(LinearProgram program) {
        return program.constraints().size() < LEAST_BLOCKS ? Optional.empty() : new Aggregation(program).optimum();
    }

    private Optional<SolverOutcome.Optimal> optimum() {
        if (blocks.count() < LEAST_BLOCKS) {
            return Optional.empty();
        }
        Optional<SolverOutcome.Optimal> proven = Optional.empty();
        for (int round = 0; round < MOST_ROUNDS && groups.size() * LEAST_BLOCKS_PER_GROUP <= blocks.count(); round++) {
            Summed summed = new Summed();
            Optional<SolverOutcome.Optimal> rough = Solver.optimum(summed.build());
            if (rough.isEmpty()) {
                break;
            }
            double[] prices = summed.prices(rough.get());
            CandidateSolution candidate = CandidateSolution.of(program, summed.values(rough.get()), prices);
            if (candidate.certificate().holds()) {
                proven = Optional.of(candidate.optimal());
            }
            // Also of what is proven to nine digits, some of a group may want something else by the tenth.
            List<List<Block>> finer = finer(prices);
            if (finer.size() == groups.size()) {
                break;
            }
            groups = finer;
        }
        return proven;
    }

    // ProgramBlocks of a group that want the same.
    private List<List<Block>> finer(double[] prices) {
        List<List<Block>> finer = new ArrayList<>();
        for (List<Block> group : groups) {
            Map<Integer, List<Block>> byWish = new LinkedHashMap<>();
            group.forEach(block -> byWish.computeIfAbsent(wish(block, prices), wish -> new ArrayList<>())
                    .add(block));
            finer.addAll(byWish.values());
        }
        return finer;
    }

    private int wish(Block block, double[] prices) {
        int wish = NOTHING;
        double most = 0;
        for (int part = 0; part < block.terms().size(); part++) {
            double worth = program.sense().sign() * blocks.worth(block.terms().get(part), prices);
            if (worth > most) {
                most = worth;
                wish = part;
            }
        }
        return wish;
    }

    /** The program of the groups. */
    private final class Summed {
        private final LinearProgram.Builder builder =
                program.sense() == Sense.MAXIMISE ? LinearProgram.maximise() : LinearProgram.minimise();
        private final LinearExpression objective = new LinearExpression();
        private final Map<Integer, LinearExpression> rows = new LinkedHashMap<>();
        private final Map<Integer, Variable> common = new LinkedHashMap<>();
        private final List<List<Variable>> parts = new ArrayList<>();

        LinearProgram build() {
            for (int row = 0; row < program.constraints().size(); row++) {
                if (!blocks.isBlock(row)) {
                    rows.put(row, new LinearExpression());
                }
            }
            for (Variable variable : program.variables()) {
                if (!blocks.isInBlock(variable)) {
                    Variable same = builder.variable("x" + variable.index(), variable.low(), variable.high());
                    common.put(variable.index(), same);
                    add(variable, 1, same);
                }
            }
            groups.forEach(this::add);
            rows.forEach((row, sum) -> {
                Constraint constraint = program.constraints().get(row);
                builder.constrain("r" + row, sum, constraint.relation(), constraint.bound());
            });
            builder.objective(objective);
            return builder.build();
        }

        private void add(List<Block> group) {
            LinearExpression used = new LinearExpression();
            List<Variable> shares = new ArrayList<>();
            for (int part = 0; part < group.get(0).terms().size(); part++) {
                Variable share = builder.variable("g" + parts.size() + "." + part);
                used.plus(1, share);
                shares.add(share);
                for (Block block : group) {
                    LinearTerm term = block.terms().get(part);
                    add(term.variable(), bound(block) / term.coefficient(), share);
                }
            }
            builder.atMost("g" + parts.size(), used, 1);
            parts.add(shares);
        }

        private void add(Variable variable, double times, Variable to) {
            objective.plus(blocks.cost(variable) * times, to);
            blocks.column(variable)
                    .forEach(entry -> rows.computeIfAbsent(entry.row(), row -> new LinearExpression())
                            .plus(entry.coefficient() * times, to));
        }

        double[] values(SolverOutcome.Optimal rough) {
            double[] values = new double[program.variables().size()];
            common.forEach((index, same) -> values[index] = rough.value(same));
            for (int group = 0; group < groups.size(); group++) {
                for (Block block : groups.get(group)) {
                    for (int part = 0; part < block.terms().size(); part++) {
                        LinearTerm term = block.terms().get(part);
                        double share = rough.value(parts.get(group).get(part));
                        values[term.variable().index()] = share * bound(block) / term.coefficient();
                    }
                }
            }
            return values;
        }

        double[] prices(SolverOutcome.Optimal rough) {
            double[] prices = new double[program.constraints().size()];
            rows.keySet().forEach(row -> prices[row] = rough.price("r" + row));
            for (List<Block> group : groups) {
                for (Block block : group) {
                    int wish = wish(block, prices);
                    prices[block.row()] =
                            wish == NOTHING ? 0 : blocks.worth(block.terms().get(wish), prices);
                }
            }
            return prices;
        }

        private double bound(Block block) {
            return program.constraints().get(block.row()).bound();
        }
    }
}
