package org.limbeck.plan.key;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Parses one YAML document into {@link YamlValue}s: no tags, no duplicate keys, no alias bombs.
 *
 * <p>An alias becomes the very value it refers to, so nothing grows by it.
 */
public final class YamlParser {
  /** The largest file that is read. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 20;

  private final String file;
  private final IdentityHashMap<Node, YamlValue> converted = new IdentityHashMap<>();

  private YamlParser(String file) {
    this.file = file;
  }

  /**
   * Parses the text of a file.
   *
   * @param file its name, for messages
   * @throws LimbeckException with the line, if it is not one YAML document of that kind
   */
  public static YamlValue parse(String text, String file) {
    var parser = new YamlParser(file);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(MAX_BYTES)
            .build();
    try {
      parser.checkEvents(settings, text);
      var composer =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
      Optional<Node> root = composer.getSingleNode();
      return parser.convert(
          root.orElseThrow(() -> new LimbeckException(file + ": the file is empty")), 0);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw parser.problem(line, "not valid YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw parser.problem(1, "not valid YAML: " + e.getMessage(), e);
    }
  }

  /** Refuses tags and deep nesting before the composer, which recurses, sees them. */
  private void checkEvents(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Optional<?> tag = Optional.empty();
      if (event instanceof ScalarEvent scalar) {
        tag = scalar.getTag();
      } else if (event instanceof CollectionStartEvent start) {
        tag = start.getTag();
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > MAX_DEPTH) {
        throw problem(
            line(event.getStartMark()), "nested more than " + MAX_DEPTH + " levels deep", null);
      }
      if (tag.isPresent()) {
        throw problem(
            line(event.getStartMark()),
            "tag '" + tag.get() + "': tags are not read; remove it",
            null);
      }
    }
  }

  private YamlValue convert(Node node, int depth) {
    int line = line(node.getStartMark());
    if (depth > MAX_DEPTH) {
      throw problem(line, "nested more than " + MAX_DEPTH + " levels deep", null);
    }
    YamlValue known = converted.get(node);
    if (known != null) {
      return known;
    }
    if (node.isRecursive()) {
      throw problem(line, "an alias refers to what it stands in; write it out", null);
    }
    YamlValue value;
    if (node instanceof MappingNode mapping) {
      value = keys(mapping, line, depth);
    } else if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, depth + 1));
      }
      value = new YamlValue.Items(line, List.copyOf(items));
    } else {
      ScalarNode scalar = (ScalarNode) node;
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      value = new YamlValue.Scalar(line, scalar.getValue(), quoted);
    }
    converted.put(node, value);
    return value;
  }

  private YamlValue keys(MappingNode mapping, int line, int depth) {
    Map<String, YamlValue> values = new LinkedHashMap<>();
    for (Iterator<NodeTuple> it = mapping.getValue().iterator(); it.hasNext(); ) {
      NodeTuple entry = it.next();
      int keyLine = line(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw problem(keyLine, "a key must be a word", null);
      }
      if (values.containsKey(key.getValue())) {
        throw problem(keyLine, "key '" + key.getValue() + "' is given twice; keep one", null);
      }
      values.put(key.getValue(), convert(entry.getValueNode(), depth + 1));
    }
    return new YamlValue.Keys(line, values);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(1);
  }

  private LimbeckException problem(int line, String message, @Nullable Throwable cause) {
    return new LimbeckException("%s:%d: %s".formatted(file, line, message), cause);
  }
}
