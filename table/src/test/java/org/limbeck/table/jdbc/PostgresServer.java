package org.limbeck.table.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own on a free port of this machine, which refuses to run as root: then
 * it runs as the user {@code postgres}.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  public static PostgresServer start() {
    Path folder = Path.of(run(List.of("mktemp", "-d", "-t", "limbeck-postgres-XXXXXX")).strip());
    var server = new PostgresServer(programs(), folder, freePort());
    server.begin();
    return server;
  }

  private static Path programs() {
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL is not installed; see .ci/postgres", e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    run(
        List.of(
            program("initdb"),
            "-D",
            data(),
            "-U",
            "postgres",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8"));
    String options = "-p %d -h 127.0.0.1 -k %s -c fsync=off".formatted(port, folder);
    // The user "locked" needs a password, all others are trusted.
    String rule = "host all locked 127.0.0.1/32 scram-sha-256";
    run(List.of("sed", "-i", "1i " + rule, data() + "/pg_hba.conf"));
    run(
        List.of(
            program("pg_ctl"), "-D", data(), "-l", folder + "/log", "-w", "-o", options, "start"));
  }

  private String program(String name) {
    return programs.resolve(name).toString();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
  }

  String urlWithoutUser() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  public void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(List<String> command) {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(command);
    try {
      Path output = Files.createTempFile("limbeck-postgres-", ".txt");
      // pg_ctl hands its output to the server, so it cannot be a pipe that is read to its end.
      Process process =
          new ProcessBuilder(all)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run(List.of(program("pg_ctl"), "-D", data(), "-m", "immediate", "-w", "stop"));
    run(List.of("rm", "-r", folder.toString()));
  }
}
