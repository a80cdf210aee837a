package org.limbeck.data.image.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  private String path() {
    return CacheFolder.path(environment::get, properties::get).toString();
  }

  @Test
  void path_severalAreNamed_theFirstCounts() {
    properties.put("user.home", "/home/me");
    assertThat(path()).isEqualTo("/home/me/.cache/limbeck");
    environment.put("XDG_CACHE_HOME", "relative");
    assertThat(path()).isEqualTo("/home/me/.cache/limbeck");
    environment.put("XDG_CACHE_HOME", "/xdg");
    assertThat(path()).isEqualTo("/xdg/limbeck");
    properties.put("limbeck.cache", "/property");
    assertThat(path()).isEqualTo("/property");
    environment.put("LIMBECK_CACHE", "/environment");
    assertThat(path()).isEqualTo("/environment");
    environment.put("LIMBECK_CACHE", "");
    assertThat(path()).isEqualTo("/property");
  }

  @Test
  void name_anythingChanges_isAnother(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "abc");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    String name = CacheName.of("s", Map.of("size", "64"), List.of(file));
    assertThat(name).matches("s-[0-9a-f]{16}\\.images");
    assertThat(CacheName.of("s", Map.of("size", "64"), List.of(file))).isEqualTo(name);
    assertThat(CacheName.of("s", Map.of("size", "32"), List.of(file))).isNotEqualTo(name);
    assertThat(CacheName.of("s", Map.of("size", "64"), List.of())).isNotEqualTo(name);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_001));
    assertThat(CacheName.of("s", Map.of("size", "64"), List.of(file))).isNotEqualTo(name);
    Files.writeString(file, "abcd");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(CacheName.of("s", Map.of("size", "64"), List.of(file))).isNotEqualTo(name);
  }
}
