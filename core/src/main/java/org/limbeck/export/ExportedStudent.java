package org.limbeck.export;

import java.nio.file.Path;

/**
 * A student as its files.
 *
 * @param model {@code student.onnx}
 * @param card {@code student.md}
 * @param parity of the file with the network
 */
public record ExportedStudent(Path model, Path card, Parity parity) {}
