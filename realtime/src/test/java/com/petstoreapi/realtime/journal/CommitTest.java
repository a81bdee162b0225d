package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.Drafts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitTest {
  private final Commit commit = new Commit(null, new Head("k3f9", 1, 10), Instant.EPOCH);

  @Test
  void numbersFromTheHeadOn() {
    assertThat(commit.append(Drafts.of("a"))).isEqualTo(new Position(11, "k3f9"));
    assertThat(commit.append(Drafts.of("b"))).isEqualTo(new Position(12, "k3f9"));
  }

  @Test
  void givesANumberAnewAfterItWasTakenBack() {
    Position kept = commit.append(Drafts.of("a"));
    commit.append(Drafts.of("b"));
    commit.append(Drafts.of("c"));
    commit.rewindTo(kept);
    assertThat(commit.drafts()).containsExactly(Drafts.of("a"));
    assertThat(commit.append(Drafts.of("d")).seq()).isEqualTo(12);
  }

  @Test
  void flushesEachPartOnceInTheOrderOfTheFirstUse() throws SQLException {
    List<String> heard = new ArrayList<>();
    class First implements Commit.Part {
      @Override
      public void flush(Commit commit) {
        heard.add("first");
      }

      @Override
      public void committed(Commit commit) {
        heard.add("committed");
      }
    }
    class Second implements Commit.Part {
      @Override
      public void flush(Commit commit) {
        heard.add("second");
      }
    }
    Commit commit = new Commit(null, new Head("k3f9", 1, 0), Instant.EPOCH);
    First first = commit.part(First.class, First::new);
    commit.part(Second.class, Second::new);
    assertThat(commit.part(First.class, First::new)).isSameAs(first);
    commit.flush();
    commit.committed();
    assertThat(heard).containsExactly("first", "second", "committed");
  }
}
