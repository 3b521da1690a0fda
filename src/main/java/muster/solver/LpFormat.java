package muster.solver;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.unit.NumberText;

/**
 * Writes a program in the LP format of CPLEX, which glpsol and cbc read among others: same program, same text. Numbers are
 * written so that they read back as the same doubles.
 *
 * <p>A character of a name that a reader may refuse is written as an underscore, and a name that is then taken gets a
 * number.
 */
public final class LpFormat {
    private static final int WIDTH = 100;
    private static final int LONGEST_NAME = 60;

    private final LinearProgram program;
    private final List<String> variables;
    private final List<String> constraints;
    private final StringBuilder text = new StringBuilder();

    private LpFormat(LinearProgram program) {
        this.program = program;
        variables = names(program.variables().stream().map(Variable::name).toList());
        constraints = names(program.constraints().stream().map(Constraint::name).toList());
    }

    /**
     * The text of a program.
     *
     * @param program the program
     * @param comments lines for the head
     */
    public static String of(LinearProgram program, List<String> comments) {
        LpFormat format = new LpFormat(program);
        comments.forEach(comment -> format.text.append("\\ ").append(comment).append('\n'));
        format.write();
        return format.text.toString();
    }

    private void write() {
        text.append(program.sense() == Sense.MAXIMISE ? "Maximize\n" : "Minimize\n");
        sum("objective", program.objective());
        text.append("\nSubject To\n");
        for (int row = 0; row < constraints.size(); row++) {
            Constraint constraint = program.constraints().get(row);
            sum(constraints.get(row), constraint.terms());
            text.append(" %s %s\n".formatted(constraint.relation(), NumberText.exact(constraint.bound())));
        }
        if (constraints.isEmpty()) {
            // Nor has it an empty list of constraints, to some readers.
            sum("nothing", List.of());
            text.append(" <= 0\n");
        }
        text.append("Bounds\n");
        program.variables().forEach(this::bounds);
        text.append("End\n");
    }

    private void sum(String name, List<LinearTerm> terms) {
        StringBuilder line = new StringBuilder(" " + name + ":");
        for (LinearTerm term : terms) {
            line = add(
                    line,
                    "%s %s %s"
                            .formatted(
                                    term.coefficient() < 0 ? "-" : "+",
                                    NumberText.exact(Math.abs(term.coefficient())),
                                    variables.get(term.variable().index())));
        }
        if (terms.isEmpty()) {
            // The format has no empty sum.
            line = add(line, "0 " + (variables.isEmpty() ? "nothing" : variables.get(0)));
        }
        text.append(line);
    }

    private StringBuilder add(StringBuilder line, String term) {
        if (line.length() + term.length() >= WIDTH) {
            text.append(line).append('\n');
            return new StringBuilder("   " + term);
        }
        return line.append(' ').append(term);
    }

    // Zero and more is what the format means where nothing is said.
    private void bounds(Variable variable) {
        String name = variables.get(variable.index());
        boolean below = Double.isInfinite(variable.low());
        boolean above = Double.isInfinite(variable.high());
        if (below && above) {
            text.append(" %s free\n".formatted(name));
        } else if (above && variable.low() != 0) {
            text.append(" %s >= %s\n".formatted(name, NumberText.exact(variable.low())));
        } else if (!above) {
            String low = below ? "-inf" : NumberText.exact(variable.low());
            text.append(" %s <= %s <= %s\n".formatted(low, name, NumberText.exact(variable.high())));
        }
    }

    private static List<String> names(List<String> names) {
        Set<String> taken = new HashSet<>();
        Map<String, String> safe = new LinkedHashMap<>();
        for (String name : names) {
            String plain = name.replaceAll("[^A-Za-z0-9_.]", "_");
            String start = plain.matches("[A-DF-Za-df-z_].*") ? plain : "_" + plain;
            String stem = start.substring(0, Math.min(start.length(), LONGEST_NAME));
            String free = stem;
            for (int number = 2; !taken.add(free); number++) {
                free = stem + "_" + number;
            }
            safe.put(name, free);
        }
        return List.copyOf(safe.values());
    }
}
