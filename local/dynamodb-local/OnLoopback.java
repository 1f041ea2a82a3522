import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** Starts DynamoDB Local for this machine only: its own main listens on every address, and has no option for another. */
class OnLoopback {
  public static void main(String[] args) throws Exception {
    var runner = ServerRunner.createServerFromCommandLineArgs(args);
    var field = runner.getClass().getDeclaredField("server");
    field.setAccessible(true);
    for (var connector : ((Server) field.get(runner)).getConnectors())
      ((ServerConnector) connector).setHost("127.0.0.1");
    runner.start();
    runner.join();
  }
}
