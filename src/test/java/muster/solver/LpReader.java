package muster.solver;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much of the LP format as is written, by the format's own rules. */
final class LpReader {
    private static final Pattern ROW = Pattern.compile("(\\S+):(.*?)(?:(<=|>=|=) (\\S+))?$", Pattern.DOTALL);
    private static final Pattern TERM = Pattern.compile("([+-]?) ?([0-9][0-9.e+-]*) ([A-Za-z_][A-Za-z0-9_.]*)");

    private LpReader() {}

    static LinearProgram read(String text) {
        String plain = text.replaceAll("(?m)^\\\\.*\n", "");
        String objective = between(plain, "(?:Maximize|Minimize)\n", "Subject To\n");
        String rows = between(plain, "Subject To\n", "Bounds\n");
        String bounds = between(plain, "Bounds\n", "End\n");
        Map<String, double[]> limits = limits(plain, bounds);
        LinearProgram.Builder program =
                plain.startsWith("Maximize") ? LinearProgram.maximise() : LinearProgram.minimise();
        Map<String, Variable> variables = new LinkedHashMap<>();
        limits.forEach((name, limit) -> variables.put(name, program.variable(name, limit[0], limit[1])));
        program.objective(sum(objective, variables));
        for (String row : rows.split("\n(?= \\S)", -1)) {
            Matcher parts = ROW.matcher(row.strip());
            if (!parts.matches()) {
                throw new AssertionError("no constraint: " + row);
            }
            Relation relation = List.of(Relation.values()).stream()
                    .filter(candidate -> candidate.toString().equals(parts.group(3)))
                    .findFirst()
                    .orElseThrow();
            program.constrain(
                    parts.group(1), sum(parts.group(2), variables), relation, Double.parseDouble(parts.group(4)));
        }
        return program.build();
    }

    // In the order of their first appearance, which is that of the program where each is in the objective or a row.
    private static Map<String, double[]> limits(String text, String bounds) {
        Set<String> names = new LinkedHashSet<>();
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            names.add(terms.group(3));
        }
        Map<String, double[]> limits = new LinkedHashMap<>();
        names.forEach(name -> limits.put(name, new double[] {0, Double.POSITIVE_INFINITY}));
        bounds.lines().map(String::strip).forEach(line -> {
            String[] words = line.split(" ", -1);
            double[] limit = limits.get(words.length == 5 ? words[2] : words[0]);
            if (line.endsWith(" free")) {
                limit[0] = Double.NEGATIVE_INFINITY;
            } else if (words.length == 5) {
                limit[0] = words[0].equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(words[0]);
                limit[1] = Double.parseDouble(words[4]);
            } else {
                limit[0] = Double.parseDouble(words[2]);
            }
        });
        return limits;
    }

    private static LinearExpression sum(String text, Map<String, Variable> variables) {
        LinearExpression sum = new LinearExpression();
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            double coefficient = Double.parseDouble(terms.group(2));
            sum.plus(terms.group(1).equals("-") ? -coefficient : coefficient, variables.get(terms.group(3)));
        }
        return sum;
    }

    private static String between(String text, String start, String end) {
        Matcher found = Pattern.compile(start + "(.*?)" + end, Pattern.DOTALL).matcher(text);
        if (!found.find()) {
            throw new AssertionError("no section from " + start + " to " + end);
        }
        return found.group(1);
    }
}
