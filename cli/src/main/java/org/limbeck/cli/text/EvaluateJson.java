package org.limbeck.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.limbeck.scores.ScoreTable;
import org.limbeck.workflow.Evaluate;

/**
 * An evaluation as one JSON object: the components of the class metrics and, where there are
 * probabilities, of the calibration. An absent class is {@code null}. {@code classNames} has the
 * names in the order of the classes, {@code read} says what was found in the file. Two keys hold
 * objects: {@code deltaWorst} has an accuracy for each delta, {@code groups} the metrics of groups.
 */
public final class EvaluateJson {
  private EvaluateJson() {}

  public static String of(ScoreTable table, Evaluate.Result result) {
    var mapper = new ObjectMapper();
    ObjectNode json = mapper.valueToTree(result.classMetrics());
    json.set("classNames", mapper.valueToTree(table.namesOfClasses()));
    json.put("read", table.found());
    json.set("deltaWorst", mapper.valueToTree(result.deltaWorst()));
    if (result.calibration() != null) {
      json.setAll(mapper.<ObjectNode>valueToTree(result.calibration()));
    }
    if (result.groups() != null) {
      json.set("groups", mapper.valueToTree(result.groups()));
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json)
          + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
