package org.limbeck.store.foreign;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scores of a foreign teacher come from, in the record of its run. Options and checksums
 * are part of the run's id; the names of files are not, so a file can be moved or renamed.
 *
 * @param source for people: {@code onnx big.onnx}
 * @param options of the source as canonical JSON, without its files
 * @param files SHA-256 of the content of each file by its place: {@code model}, {@code train} and
 *     {@code test} of scores, {@code ids} of the data that scores are joined by, {@code model/NAME}
 *     in a folder or beside a model, {@code 1/model} of an ensemble's first member; empty where it
 *     is not known
 */
public record ForeignSpec(String source, String options, Map<String, String> files) {
  public ForeignSpec {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }
}
