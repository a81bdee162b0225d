package com.petstoreapi.edge.store;

import java.util.Optional;

/**
 * What a client calls its command by, if by anything. The same command under the same key is
 * carried out once, over whichever transport it comes.
 */
@FunctionalInterface
public interface ClientKey {
  /**
   * @param operation what is done, to what and with which values: the same on all transports
   */
  Optional<IdempotencyKey> of(String operation);
}
