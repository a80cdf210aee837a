package org.limbeck.data.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.image.Cifar10Source;
import org.limbeck.data.image.CifarFolders;

class TarFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void open_file_givesItsBytes() throws IOException {
    var files = new TarFiles(archive("a/x.bin", "a/y.bin"), TarLimits.USUAL);
    assertThat(files.size("y.bin")).hasValue(7);
    assertThat(files.size("z.bin")).isEmpty();
    try (var in = files.open("y.bin")) {
      assertThat(in.readAllBytes()).asString().isEqualTo("a/y.bin");
    }
    assertThatThrownBy(() -> files.open("z.bin")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.bin", "a/../../x.bin", "/etc/x.bin", "a\\..\\x.bin", "C:/x.bin"})
  void size_entryThatLeavesItsFolder_isRefused(String name) throws IOException {
    var files = new TarFiles(archive("a/y.bin", name), TarLimits.USUAL);
    assertThatThrownBy(() -> files.size("y.bin"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("entry '%s' leaves the folder it is unpacked to".formatted(name));
  }

  @Test
  void size_link_isRefused() throws IOException {
    Path archive = folder.resolve("links.tar.gz");
    try (var tar = CifarFolders.tar(archive)) {
      var link = new TarArchiveEntry("a/x.bin", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    var files = new TarFiles(archive, TarLimits.USUAL);
    assertThatThrownBy(() -> files.size("x.bin"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("entry 'a/x.bin' is a link or a device");
  }

  @Test
  void size_tooLarge_isRefused() throws IOException {
    Path archive = archive("a/x.bin", "a/y.bin");
    assertThatThrownBy(() -> new TarFiles(archive, new TarLimits(6, 1 << 20)).size("x.bin"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("entry 'a/x.bin' has more than 6 bytes");
    assertThatThrownBy(() -> new TarFiles(archive, new TarLimits(10, 1000)).size("x.bin"))
        .isInstanceOf(IOException.class)
        .hasMessage("more than 1,000 bytes when unpacked");
  }

  @Test
  void size_sameNameTwice_isRefused() throws IOException {
    var files = new TarFiles(archive("a/x.bin", "b/x.bin"), TarLimits.USUAL);
    assertThatThrownBy(() -> files.size("x.bin")).hasMessageContaining("two files named x.bin");
  }

  @Test
  void load_halfAnArchive_isRefusedByName() throws IOException {
    Path data = CifarFolders.cifar10(folder.resolve("data"));
    Path archive = CifarFolders.pack(data, "c", folder.resolve("c.tar.gz"));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    var source = new Cifar10Source(folder.resolve("cache"));
    assertThatThrownBy(() -> source.load(Map.of("dir", archive.toString())))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("c.tar.gz, ")
        .hasMessageContaining("cannot be read");
  }

  private Path archive(String... names) throws IOException {
    Path archive = folder.resolve("some.tar.gz");
    try (var tar = CifarFolders.tar(archive)) {
      for (String name : names) {
        CifarFolders.put(tar, name, name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return archive;
  }
}
