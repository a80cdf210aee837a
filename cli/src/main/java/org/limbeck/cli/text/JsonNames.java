package org.limbeck.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;

/**
 * Names in all JSON that the command line prints: camelCase, as components of records have them.
 */
final class JsonNames {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(new SimpleModule().addSerializer(new Words()))
          .build();

  private JsonNames() {}

  /** Writes {@code PER_CLASS} as {@code per-class}. */
  private static final class Words extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    Words() {
      super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** A value with its enumerated values as study files write them: {@code per-class}. */
  static JsonNode words(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The name of a column of a CSV file, like {@code worst_class_accuracy}, in camelCase. */
  static String camel(String column) {
    String[] words = column.split("_", -1);
    var name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }
}
