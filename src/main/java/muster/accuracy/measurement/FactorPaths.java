package muster.accuracy.measurement;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import muster.inference.calibration.Calibration;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;

/** Reads and changes numbers of a calibration by their path in its file, as {@code families/Hopper/compute}. */
public final class FactorPaths {
    private FactorPaths() {}

    /** Every number with its path, in the order of the file; the values of a map by name. */
    public static void each(Calibration calibration, BiConsumer<String, Input> use) {
        visit("", calibration, use);
    }

    /** The number at a path, in base units. */
    public static double value(Input input) {
        return input.value().distribution().central();
    }

    /** The calibration with other values, in base units, by path. */
    public static Calibration with(Calibration calibration, Map<String, Double> values) {
        return (Calibration) changed("", calibration, values);
    }

    private static void visit(String path, Object node, BiConsumer<String, Input> use) {
        if (node instanceof Input input) {
            use.accept(path, input);
        } else if (node instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, value) -> visit(join(path, String.valueOf(key)), value, use));
        } else if (node instanceof Optional<?> optional) {
            optional.ifPresent(held -> visit(path, held, use));
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                visit(join(path, snake(component.getName())), get(component, node), use);
            }
        }
    }

    private static Object changed(String path, Object node, Map<String, Double> values) {
        if (node instanceof Input input) {
            Double value = values.get(path);
            return value == null ? node : with(input, value);
        }
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((key, value) ->
                    copy.put(String.valueOf(key), changed(join(path, String.valueOf(key)), value, values)));
            return copy;
        }
        if (node instanceof Optional<?> optional) {
            return optional.map(held -> changed(path, held, values));
        }
        return node instanceof Record ? rebuilt(path, node, values) : node;
    }

    private static Input with(Input input, double value) {
        return new Input(
                input.name(),
                new Uncertain(new PointMass(value), input.value().unit()),
                input.unit(),
                input.source(),
                input.place(),
                Optional.empty());
    }

    private static Object rebuilt(String path, Object node, Map<String, Double> values) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            parts[i] = changed(join(path, snake(components[i].getName())), get(components[i], node), values);
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = node.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object get(RecordComponent component, Object node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The keys of a path. */
    public static List<String> parts(String path) {
        return List.of(path.split("/"));
    }
}
