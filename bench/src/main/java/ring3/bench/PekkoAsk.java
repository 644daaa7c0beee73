package ring3.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.scaladsl.AskPattern;
import org.apache.pekko.util.Timeout;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/// Two Apache Pekko actors. One asks the other as often as it is told, each time when the answer to
/// the last question has come. Both have one thread, so that none has to be woken for a message.
final class PekkoAsk {
    private static final Timeout TIMEOUT = Timeout.apply(1, TimeUnit.MINUTES);
    private static final Config ONE_THREAD =
            ConfigFactory.parseString(
                            """
                            pekko.loglevel = OFF
                            pekko.stdout-loglevel = OFF
                            pekko.actor.default-dispatcher.fork-join-executor {
                              parallelism-min = 1
                              parallelism-max = 1
                            }
                            """)
                    .withFallback(ConfigFactory.load());

    private final ActorSystem<Task> system =
            ActorSystem.create(Behaviors.setup(PekkoAsk::client), "bench", ONE_THREAD);

    private record Question(Ask ask, ActorRef<Integer> replyTo) {}

    /// So many questions are still to be asked; then `done` is to be told.
    private record Task(int left, CompletableFuture<Boolean> done) {}

    private static Behavior<Task> client(ActorContext<Task> context) {
        ActorRef<Question> server = context.spawn(server(), "server");
        return Behaviors.receiveMessage(task -> {
            if (task.left() == 0) {
                task.done().complete(true);
            } else {
                ask(context, server, task);
            }
            return Behaviors.same();
        });
    }

    /// The Java form of ask hands each answer to a thread of the common pool first, which costs
    /// more than everything else; the Scala form does not.
    private static void ask(ActorContext<Task> context, ActorRef<Question> server, Task task) {
        ActorRef<Task> self = context.getSelf();
        Future<Integer> answer =
                AskPattern.Askable$.MODULE$.ask$extension(
                        server,
                        replyTo -> new Question(new Ask(task.left(), 1, 0, 64), replyTo),
                        TIMEOUT,
                        context.getSystem().scheduler());
        answer.foreach(
                _ -> {
                    self.tell(new Task(task.left() - 1, task.done()));
                    return self;
                },
                ExecutionContext.parasitic$.MODULE$);
    }

    private static Behavior<Question> server() {
        return Behaviors.receiveMessage(question -> {
            question.replyTo().tell(question.ask().bytes());
            return Behaviors.same();
        });
    }

    /// Asks so often and returns with the last answer.
    void ask(int count) {
        var done = new CompletableFuture<Boolean>();
        system.tell(new Task(count, done));
        done.join();
    }

    void stop() {
        system.terminate();
    }
}
