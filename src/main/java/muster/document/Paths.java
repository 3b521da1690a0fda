package muster.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;

/** Every path that a file of some form can have: tells what may stand where, and where a misplaced key belongs. */
public final class Paths {
    private Paths() {}

    /** The paths of a record class, as {@code training.duration}; of a list or a map those of what it holds, without a name. */
    public static Set<String> of(Class<?> root) {
        Set<String> paths = new TreeSet<>();
        collect(root, "", paths, 0);
        return paths;
    }

    private static void collect(Class<?> type, String prefix, Set<String> paths, int depth) {
        // Forms that hold themselves would go on for ever; none of ours is this deep.
        if (depth > 8) {
            return;
        }
        if (type.isAnnotationPresent(Choice.class)) {
            RecordForm.alternatives(type).forEach(alternative -> collect(alternative, prefix, paths, depth + 1));
        } else if (type.isRecord() && !Scalars.holds(type)) {
            for (RecordForm.Field field : RecordForm.of(type).fields()) {
                Class<?> component = element(field.type());
                if (field.inline()) {
                    collect(component, prefix, paths, depth + 1);
                } else {
                    paths.add(prefix + field.key());
                    collect(component, prefix + field.key() + ".", paths, depth + 1);
                }
            }
        }
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return element(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }
}
