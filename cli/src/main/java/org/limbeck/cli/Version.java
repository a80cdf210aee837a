package org.limbeck.cli;

import org.limbeck.base.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"limbeck " + BuildVersion.text()};
  }
}
