package muster.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.cli.option.OutputTarget;
import muster.cli.option.PathConverter;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code muster}. */
@Command(
        name = "muster",
        description = "How much research a fleet of AI chips could do, with every figure traced.",
        version = "muster 0.2.0",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 good, 1 the result fails, 2 usage, 3 a file is wrong,",
            "4 standard output cannot be written."
        })
public final class Main {
    private static final String HELP = "help";
    private static final int MEGABYTE = 20;
    private static final Map<String, Class<?>> COMMANDS = commands();

    Main() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("estimate", EstimateCommand.class);
        commands.put("sensitivity", SensitivityCommand.class);
        commands.put("scale", ScaleCommand.class);
        commands.put("sweep", SweepCommand.class);
        commands.put("throughput", ThroughputCommand.class);
        commands.put("model", ModelCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("allocate", AllocateCommand.class);
        commands.put("fleet", FleetCommand.class);
        commands.put("accuracy", AccuracyCommand.class);
        commands.put("reproduce", ReproduceCommand.class);
        commands.put("catalog", CatalogCommand.class);
        commands.put("init", InitCommand.class);
        commands.put(HELP, HelpCommand.class);
        return commands;
    }

    /** Runs the program and ends the process with its exit status. */
    public static void main(String[] arguments) {
        // Bytes, not the platform's character set: the same result everywhere.
        StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int status = run(arguments, standard, err);
        err.flush();
        System.exit(status);
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     * @param out where results go
     * @param err where problems go
     * @return the exit status
     */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        // The model of a command takes some milliseconds to make: of one that is named, only its own is made, and help
        // names any.
        Class<?> named = arguments.length == 0 || arguments[0].equals(HELP) ? null : COMMANDS.get(arguments[0]);
        if (named != null) {
            line.addSubcommand(named);
        } else {
            COMMANDS.values().forEach(line::addSubcommand);
        }
        line.setOut(new HarmlessPrinter(out))
                .setErr(new HarmlessPrinter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(new TargetsFirst());
        line.setExecutionExceptionHandler(new Faults());
        line.registerConverter(Path.class, new PathConverter());
        line.registerConverter(OutputTarget.class, new OutputTarget.Converter(line));
        if (arguments.length == 0) {
            line.usage(out);
            return ExitStatus.GOOD;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return outOfMemory(line);
        }
    }

    private static int outOfMemory(CommandLine line) {
        line.getErr()
                .println(
                        "muster: %s MB of memory are not enough for this. Maybe MUSTER_JAVA_OPTS=-Xmx4g, or fewer samples?"
                                .formatted(Runtime.getRuntime().maxMemory() >> MEGABYTE));
        return ExitStatus.FAILED;
    }

    /** The same to a stream of bytes, which may not take them all: that is said, and has a status of its own. */
    static int run(String[] arguments, StandardOutput standard, PrintWriter err) {
        PrintWriter out = writer(standard);
        int status = ExitStatus.GOOD;
        try {
            status = run(arguments, out, err);
            out.flush();
        } catch (StandardOutput.Unwritten e) {
            // The stream knows.
        }
        Optional<String> trouble = standard.trouble();
        trouble.ifPresent(words -> err.println("muster: " + words));
        return trouble.isPresent() ? ExitStatus.OUTPUT : status;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    // What is worked out for minutes is not lost to a target that can be seen to be none.
    private static final class TargetsFirst implements IExecutionStrategy {
        @Override
        public int execute(ParseResult parsed) {
            Problems problems = new Problems();
            for (CommandLine command : parsed.asCommandLineList()) {
                for (OptionSpec option : command.getCommandSpec().options()) {
                    if (option.getValue() instanceof OutputTarget target) {
                        target.check(problems);
                    }
                }
            }
            try {
                problems.orThrow();
            } catch (BadInput bad) {
                throw new ExecutionException(parsed.commandSpec().commandLine(), "no target", bad);
            }
            return new RunLast().execute(parsed);
        }
    }

    // A class and not a lambda: a lambda on an interface of picocli keeps it out of the class-data archive.
    private static final class Faults implements IExecutionExceptionHandler {
        // A file with more is not mended line by line.
        private static final int MOST_LINES = 200;

        @Override
        public int handleExecutionException(Exception fault, CommandLine line, ParseResult result) throws Exception {
            if (fault instanceof StandardOutput.Unwritten) {
                return ExitStatus.GOOD;
            }
            if (fault instanceof BadInput bad) {
                bad.problems().stream().limit(MOST_LINES).forEach(line.getErr()::println);
                if (bad.problems().size() > MOST_LINES) {
                    line.getErr().println("and more: these are the first %s problems".formatted(MOST_LINES));
                }
                return bad.problems().stream().map(Diagnostic::place).allMatch(place -> place.onCommandLine())
                        ? ExitStatus.USAGE
                        : ExitStatus.DATA;
            }
            // From a thread that samples.
            if (fault.getCause() instanceof OutOfMemoryError) {
                return outOfMemory(line);
            }
            if (System.getenv("MUSTER_DEBUG") != null) {
                throw fault;
            }
            line.getErr().println("muster: a fault of its own, please report it: " + fault);
            line.getErr().println("Set MUSTER_DEBUG=1 to see where.");
            return ExitStatus.INTERNAL;
        }
    }
}
