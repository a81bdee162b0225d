package com.petstoreapi.edge.store.lease;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The leases that this node holds or would like to hold, in the database that the nodes of its
 * service share. {@link #renew} is to be called about once a second, by one thread at a time.
 */
public final class Leases {
  private static final System.Logger LOG = System.getLogger(Leases.class.getName());

  private final Transactions transactions;
  private final LeaseTable table;
  private final List<Lease> leases = new CopyOnWriteArrayList<>();
  private boolean cannot;

  /**
   * @param node this one's name among those of its service
   */
  public Leases(Transactions transactions, String node) {
    this.transactions = transactions;
    this.table = new LeaseTable(node);
  }

  /** One more lease that this node would like to hold; it is asked for at the next renewal. */
  public Lease on(String work) {
    Lease lease = new Lease(work);
    leases.add(lease);
    return lease;
  }

  /** How many of them this node holds. */
  public long held() {
    return leases.stream().filter(Lease::isHeld).count();
  }

  /** Renews those that are held and asks for the others. Throws nothing; may block. */
  public void renew() {
    try {
      for (Lease lease : leases) {
        renew(lease);
      }
      cannot = false;
    } catch (SQLException | JournalUnavailable e) {
      if (!cannot) {
        LOG.log(System.Logger.Level.WARNING, "leases cannot be renewed: {0}", e.getMessage());
      }
      cannot = true;
    } catch (RuntimeException e) { // there would be no further renewal
      LOG.log(System.Logger.Level.ERROR, "the renewal of leases failed", e);
    }
  }

  private void renew(Lease lease) throws SQLException {
    boolean before = lease.isHeld();
    long asked = System.nanoTime();
    if (transactions.inTransaction(connection -> table.take(connection, lease.name()))) {
      lease.grant(asked);
      if (!before) {
        LOG.log(System.Logger.Level.INFO, "this node does {0} from now on", lease.name());
      }
    } else {
      lease.withdraw();
    }
  }

  /** Leaves all to the others, at once. Throws nothing. */
  public void giveUp() {
    leases.forEach(Lease::withdraw);
    try {
      transactions.inTransaction(table::giveUp);
    } catch (SQLException | RuntimeException e) { // they end by themselves
      LOG.log(System.Logger.Level.DEBUG, "leases were not given back", e);
    }
  }
}
