package org.limbeck.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;

class ImageFolderSourceTest {
  @TempDir private Path folder = Path.of("");
  private Path dir = Path.of("");
  private final Map<String, String> options = new HashMap<>();

  @BeforeEach
  void draw() throws IOException {
    dir = folder.resolve("fruit");
    options.put("dir", dir.toString());
    options.put("size", "8");
    part(dir.resolve("train"), 3);
  }

  private static void part(Path part, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Drawings.write(part.resolve("lime").resolve(i + ".png"), 20, new Color(0, 200 + i, 0));
      Drawings.write(part.resolve("cherry").resolve(i + ".JPG"), 20, new Color(200, 0, 0));
    }
  }

  private SourceData load() {
    return new ImageFolderSource(folder.resolve("cache")).load(options);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::load)
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @Test
  void load_trainOnly_hasNoTestPart() {
    SourceData data = load();
    assertThat(data.name()).isEqualTo("fruit");
    assertThat(data.classNames()).containsExactly("cherry", "lime");
    assertThat(data.train().shape()).containsExactly(3, 8, 8);
    assertThat(data.train().labels()).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(data.train().rows(5, 1)[64]).isEqualTo(202);
    assertThat(data.test()).isEmpty();
    assertThat(data.notes()).isEmpty();
  }

  @Test
  void load_classFoldersDirectly_areTheTrainingPart() {
    options.put("dir", dir.resolve("train").toString());
    assertThat(load().train().labels()).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(load().name()).isEqualTo("train");
  }

  @Test
  void load_valOrTest_isTheTestPart() throws IOException {
    part(dir.resolve("val"), 1);
    assertThat(load().test().orElseThrow().labels()).containsExactly(0, 1);
    Files.createDirectories(dir.resolve("test"));
    assertThat(load().test().orElseThrow().size()).isEqualTo(2);
    assertThat(load().notes()).containsExactly("test/ is not read: no class folder in it");
    part(dir.resolve("test"), 2);
    assertThat(load().test().orElseThrow().size()).isEqualTo(4);
    assertThat(load().notes()).containsExactly("val/ is not read: test/ is");
  }

  private void groups(String part, String kind, String... groups) throws IOException {
    for (String group : groups) {
      Path file = dir.resolve(part).resolve(kind).resolve(group).resolve("1.png");
      Drawings.write(file, 20, kind.equals("lime") ? Color.GREEN : Color.RED);
    }
  }

  private void draw(Path grouped) throws IOException {
    dir = grouped;
    options.put("dir", dir.toString());
    options.put("group", "folder");
    groups("train", "lime", "bowl", "tree");
    groups("train", "cherry", "tree");
  }

  @Test
  void load_groupFolders_areGroupsWithinClasses() throws IOException {
    draw(folder.resolve("grouped"));
    groups("test", "lime", "tree");
    groups("test", "cherry", "bowl");
    for (int time = 0; time < 2; time++) { // decoded, then from the cache
      SourceData data = load();
      assertThat(data.classNames()).containsExactly("cherry", "lime");
      assertThat(data.groupNames()).containsExactly("bowl", "tree");
      assertThat(data.train().labels()).containsExactly(0, 1, 1);
      assertThat(data.train().groups()).containsExactly(1, 0, 1);
      assertThat(data.train().rows(0, 1)[0]).isEqualTo(255);
      assertThat(data.test().orElseThrow().labels()).containsExactly(0, 1);
      assertThat(data.test().orElseThrow().groups()).containsExactly(0, 1);
    }
  }

  @Test
  void load_badGroupFolders_saysHowToMendThem() throws IOException {
    options.put("group", "folder");
    assertRefused(
        "with data.group: folder, the pictures of a class are in a folder for each group");
    options.put("group", "folders");
    assertRefused("data.group: 'folders' is none of none, folder; did you mean 'folder'");
    draw(folder.resolve("bad"));
    groups("test", "lime", "tree", "shop");
    groups("test", "cherry", "tree");
    assertRefused("groups [shop] have pictures in the test part only");
    draw(folder.resolve("one"));
    Files.delete(dir.resolve("train/lime/bowl/1.png"));
    Files.delete(dir.resolve("train/lime/bowl"));
    assertRefused("has one group only, 'tree'; leave group out");
  }

  @Test
  void load_hiddenAndOtherFiles_doNotCount() throws IOException {
    Files.createDirectories(dir.resolve("train/.cache"));
    Files.writeString(dir.resolve("train/lime/readme.txt"), "limes");
    Files.writeString(dir.resolve("train/lime/._0.png"), "resource fork");
    assertThat(load().train().size()).isEqualTo(6);
  }

  @Test
  void load_noSize_is64() {
    options.remove("size");
    assertThat(load().train().shape()).containsExactly(3, 64, 64);
  }

  @Test
  void load_changedPicture_isDecodedAnew() throws IOException {
    load();
    Drawings.write(dir.resolve("train/lime/2.png"), 21, Color.WHITE);
    assertThat(load().train().rows(5, 1)).containsOnly(255);
  }

  @Test
  void load_listener_hearsOfDecodingOnly() throws IOException {
    part(dir.resolve("test"), 1);
    List<String> heard = new ArrayList<>();
    DecodingListener listener = (done, total) -> heard.add(done + "/" + total);
    var source = new ImageFolderSource(folder.resolve("cache"));
    source.load(options, listener);
    source.load(options, listener);
    assertThat(heard).containsExactly("6/6", "2/2");
  }

  @Test
  void load_undecodable_isAnErrorOrSkipped() throws IOException {
    Path bad = Files.writeString(dir.resolve("train/lime/1.png"), "no png");
    assertRefused(
        bad
            + ": cannot be decoded: not a picture of a known format; mend or delete it, or set"
            + " data.onBadImage: skip");
    options.put("onBadImage", "skip");
    assertRefused(
        "data.onBadImage: skip would leave out 1 of 3 training images of class 'lime' (33.3 %), and"
            + " data.badImages allows 1.0 % of a class; mend the files, or set data.badImages: 0.34");
    options.put("badImages", "0.34");
    SourceData data = load();
    assertThat(data.train().labels()).containsExactly(0, 0, 0, 1, 1);
    assertThat(data.notes())
        .containsExactly(
            "undecodable images of the training part left out: lime 1 of 3; the first: "
                + bad
                + " (not a picture of a known format)");
    assertThat(load().notes()).isEqualTo(data.notes());
  }

  @Test
  void load_emptyClassFolder_isNamed() throws IOException {
    Path empty = Files.createDirectories(dir.resolve("train/plum"));
    assertRefused(empty + ": no picture in it");
  }

  @Test
  void load_otherClassesInTest_areNamed() throws IOException {
    part(dir.resolve("test"), 1);
    Drawings.write(dir.resolve("test/plum/0.png"), 8, Color.BLUE);
    assertRefused(
        dir + ": the class folders of the parts differ: only in train [], only in test [plum]");
  }

  @Test
  void load_badOptions_areRefused() throws IOException {
    options.put("size", "0");
    assertRefused("data.size: '0' is no whole number from 1 to 1024");
    options.put("size", "big");
    assertRefused("data.size: 'big'");
    options.put("size", "8");
    options.put("onBadImage", "skp");
    assertRefused("data.onBadImage: 'skp' is none of error, skip; did you mean 'skip'?");
    options.put("onBadImage", "skip");
    options.put("badImages", "1.5");
    assertRefused("data.badImages: expected a share in [0, 1], found '1.5'; 0.01 is usual");
    options.remove("onBadImage");
    assertRefused("data.badImages: only onBadImage: skip leaves images out");
    options.remove("badImages");
    options.put("dir", folder.resolve("none").toString());
    assertRefused("none: no such folder");
    options.put("dir", Files.createDirectories(folder.resolve("hollow")).toString());
    assertRefused("hollow: 0 class folders in it, 2 or more are needed");
    options.remove("dir");
    assertRefused("data.dir: missing");
  }
}
