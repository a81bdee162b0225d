package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A topic of Jakarta Messaging on which the nodes of a service hear each other. One thread sends,
 * one listens; each connects by itself, and again when the broker was away. While it is, what is to
 * be told is dropped: the others find it in the journal.
 */
final class Topic implements Nodes.Sender, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Topic.class.getName());
  private static final String NODE = "node";
  private static final int MOST_WAITING = 4_096;
  private static final long RECEIVE_MILLIS = 1_000;
  private static final long RECONNECT_MILLIS = 500;

  /** Longer than that nobody waits for a notice: the journal was looked at meanwhile. */
  private static final long LIFE_MILLIS = 10_000;

  private final ConnectionFactory factory;
  private final String name;
  private final String node;
  private final Tracing tracing;
  private final BlockingQueue<Notice> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean closed;

  /**
   * @param node this one's name, by which it knows what it has said itself
   */
  Topic(ConnectionFactory factory, String name, String node, Tracing tracing) {
    this.factory = factory;
    this.name = name;
    this.node = node;
    this.tracing = tracing;
  }

  /** Starts both threads; returns at once, whether or not the broker is there. */
  void open(ThreadFactory threads, Consumer<Notice> receiver) {
    threads.newThread(() -> keepDoing("send", this::send)).start();
    threads.newThread(() -> keepDoing("listen", context -> listen(context, receiver))).start();
  }

  @Override
  public void send(Notice notice) {
    if (!waiting.offer(notice)) {
      dropped.incrementAndGet();
    }
  }

  /** Notices that nobody was told because the broker was away or too slow. */
  long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** What is done with a connection until it breaks. */
  @FunctionalInterface
  private interface Work {
    void with(JMSContext context) throws InterruptedException;
  }

  /** One line in the log when it breaks and one when it is there again, none for each try. */
  private void keepDoing(String what, Work work) {
    boolean broken = false;
    while (!closed) {
      try (JMSContext context = factory.createContext()) {
        if (broken) {
          LOG.log(System.Logger.Level.INFO, "the bell is heard again ({0})", what);
        }
        broken = false;
        work.with(context);
      } catch (JMSRuntimeException e) {
        if (!broken) {
          LOG.log(
              System.Logger.Level.WARNING, "the bell is silent ({0}): {1}", what, e.getMessage());
        }
        broken = true;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) { // nobody would start this thread again
        LOG.log(System.Logger.Level.ERROR, "the bell stumbled", e);
        broken = true;
      }
      if (!pause()) {
        return;
      }
    }
  }

  private boolean pause() {
    try {
      if (!closed) {
        Thread.sleep(RECONNECT_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void send(JMSContext context) throws InterruptedException {
    JMSProducer producer =
        context
            .createProducer()
            .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
            .setDisableMessageID(true)
            .setTimeToLive(LIFE_MILLIS)
            .setProperty(NODE, node);
    jakarta.jms.Topic topic = context.createTopic(name);
    dropped.addAndGet(waiting.size());
    waiting.clear(); // old news: it has been found in the journal
    while (!closed) {
      Notice notice = waiting.poll(RECEIVE_MILLIS, TimeUnit.MILLISECONDS);
      if (notice != null) {
        tell(notice, text -> producer.send(topic, text));
      }
    }
  }

  private void tell(Notice notice, Consumer<String> sender) {
    if (!tracing.isOn()
        || !(notice instanceof Committed committed)
        || committed.trace().isEmpty()) {
      sender.accept(NoticeJson.write(notice));
      return;
    }
    int size = committed.events().size();
    List<String> cause = List.of(committed.trace());
    Step step = tracing.follow(Stage.BELL_SENT, committed.stream(), size, cause);
    try {
      sender.accept(NoticeJson.write(committed.followedBy(step)));
      step.end();
    } catch (RuntimeException e) {
      step.fail();
      throw e;
    }
  }

  private void listen(JMSContext context, Consumer<Notice> receiver) {
    try (JMSConsumer consumer = context.createConsumer(context.createTopic(name))) {
      while (!closed) {
        Message message = consumer.receive(RECEIVE_MILLIS);
        if (message != null) {
          hear(message, receiver);
        }
      }
    }
  }

  private void hear(Message message, Consumer<Notice> receiver) {
    try {
      boolean isOurs = node.equals(message.getStringProperty(NODE));
      if (!isOurs && message instanceof TextMessage text) {
        NoticeJson.read(text.getText()).ifPresent(receiver);
      }
    } catch (JMSException e) {
      LOG.log(System.Logger.Level.DEBUG, "a notice could not be read", e);
    } catch (RuntimeException e) { // the journal is away, for example; the next look finds it
      LOG.log(System.Logger.Level.DEBUG, "a notice could not be followed", e);
    }
  }
}
