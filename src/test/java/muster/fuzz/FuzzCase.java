package muster.fuzz;

import java.util.List;

/**
 * A command line and the file that it reads.
 *
 * @param number by which the case is made again
 * @param arguments the command line, in which {@link #FOLDER} stands for the folder of the file
 * @param file the text of the file, empty where the command reads none
 */
record FuzzCase(long number, List<String> arguments, String file) {
    /** Stands for the folder that the file is written to. */
    static final String FOLDER = "@";

    /** The name of the file in its folder. */
    static final String NAME = "fuzz.yaml";
}
