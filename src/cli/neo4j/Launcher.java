import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs Neo4j in this process: java -cp 'lib/*' Launcher.java (folder) (port). With a password in NEO4J_PASSWORD, clients
 * must log in as neo4j. Prints "ready", and stops by a signal or at the end of standard input, which comes even when the
 * process that started this one was killed.
 */
public class Launcher {
  public static void main(String[] args) {
    var watch = new Thread(Launcher::exitAtEndOfInput);
    watch.setDaemon(true);
    watch.start();
    try {
      start(Path.of(args[0]), Integer.parseInt(args[1]), System.getenv().getOrDefault("NEO4J_PASSWORD", ""));
      System.out.println("ready");
      Thread.currentThread().join();
    } catch (Exception failure) {
      Throwable root = failure;
      while (root.getCause() != null) root = root.getCause();
      System.err.println(root);
      System.exit(1);
    }
  }

  private static void start(Path folder, int port, String password) {
    var service = new DatabaseManagementServiceBuilder(folder)
      .setConfig(BoltConnector.enabled, true)
      .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
      .setConfig(GraphDatabaseSettings.auth_enabled, !password.isEmpty())
      .setConfig(GraphDatabaseSettings.udc_enabled, false)
      // By then the databases are closed, and nobody is left to wait for: each of the two event loops would take 5 s.
      .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
      .build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    if (!password.isEmpty()) {
      var statement = "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED";
      service.database("system").executeTransactionally(statement, Map.of("password", password));
    }
  }

  private static void exitAtEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // A broken pipe ends the input just as well.
    }
    System.exit(0);
  }
}
