package muster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.docs.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/architecture.md are law: every dependency of every package stands in them. */
class ArchitectureTest {
    private static final String PAGE = "docs/architecture.md";
    private static final List<String> GROUND =
            List.of("unit", "diagnostic", "uncertainty", "document", "trace", "catalog");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("muster");

    // What each package may use, in the order of the table.
    private static final Map<String, Set<String>> ALLOWED = allowed();

    // The packages that may see each library, by the library's Java package.
    private static final Map<String, Set<String>> LIBRARIES = libraries();

    static Set<String> packages() {
        return ALLOWED.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyThePackagesOfItsRow(String name) {
        Map<String, String> broken = new TreeMap<>();
        dependencies(name).filter(ArchitectureTest::ours).forEach(dependency -> {
            String used = packageOf(dependency.getTargetClass());
            if (!used.equals(name) && !names(ALLOWED.get(name), used)) {
                broken.putIfAbsent(used, dependency.getDescription());
            }
        });
        assertThat(broken)
                .as("what `%s` uses and its row in %s forbids; it allows %s", name, PAGE, ALLOWED.get(name))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void seesOnlyItsLibraries(String name) {
        Map<String, String> broken = new TreeMap<>();
        dependencies(name).filter(dependency -> !ours(dependency)).forEach(dependency -> {
            String seen = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (!names(maySee(seen), name)) {
                broken.putIfAbsent(seen, dependency.getDescription());
            }
        });
        assertThat(broken)
                .as("what `%s` sees and the table of libraries in %s does not give to it", name, PAGE)
                .isEmpty();
    }

    private static Collection<String> maySee(String javaPackage) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> (javaPackage + ".").startsWith(library.getKey() + "."))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> exist = CLASSES.stream().map(ArchitectureTest::packageOf).collect(toCollection(TreeSet::new));
        assertThat(exist)
                .as("packages of the code, and rows of %s", PAGE)
                .containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void eachRowUsesRowsAboveIt() {
        Set<String> above = new TreeSet<>();
        ALLOWED.forEach((name, allowed) -> {
            assertThat(above)
                    .as("rows above `%s` in %s, which may use them only", name, PAGE)
                    .containsAll(allowed);
            above.add(name);
        });
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("muster.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInThePicture() {
        assertThat(packages())
                .as("packages of the table that the picture in %s shows", PAGE)
                .allSatisfy(name -> assertThat(picture()).containsPattern("\\b" + Pattern.quote(name) + "\\b"));
    }

    @Test
    void classNamesAreUnique() {
        Map<String, List<String>> packages = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        packages.values().removeIf(where -> where.size() == 1);
        assertThat(packages).as("classes of one name, and their packages").isEmpty();
    }

    private static String picture() {
        String page = String.join("\n", Page.read(PAGE).lines());
        int start = page.indexOf("```text");
        return page.substring(start, page.indexOf("```", start + 3));
    }

    // A name means its package with those below it.
    private static boolean names(Collection<String> names, String packageName) {
        return names.stream().anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
    }

    private static Stream<Dependency> dependencies(String name) {
        return CLASSES.stream()
                .filter(type -> packageOf(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !jdk(dependency));
    }

    private static boolean jdk(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.isPrimitive() || target.getPackageName().startsWith("java.");
    }

    private static boolean ours(Dependency dependency) {
        return (dependency.getTargetClass().getBaseComponentType().getPackageName() + ".").startsWith("muster.");
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName().replaceFirst("^muster\\.", "");
    }

    private static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (List<String> row : Page.read(PAGE).table("packages")) {
            Set<String> may = new TreeSet<>();
            for (String word : words(row.get(2))) {
                switch (word) {
                    case "JDK" -> {}
                    case "ground" -> may.addAll(GROUND);
                    case "all above" -> may.addAll(allowed.keySet());
                    default -> may.add(word);
                }
            }
            allowed.put(row.get(0).replace("`", ""), may);
        }
        return allowed;
    }

    private static Map<String, Set<String>> libraries() {
        Map<String, Set<String>> libraries = new LinkedHashMap<>();
        for (List<String> row : Page.read(PAGE).table("libraries")) {
            Set<String> may = new TreeSet<>(words(row.get(2)));
            libraries.put(row.get(1).replace("`", ""), may.contains("every package") ? packages() : may);
        }
        return libraries;
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.replace("`", "").split(",", -1))
                .map(String::strip)
                .toList();
    }
}
