package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Wire;
import java.net.URI;

/**
 * Where people listen.
 *
 * @param name for who looks into a failure
 * @param near its address
 * @param far its address through the bad network
 * @param socket whether it is a WebSocket, else an event stream
 * @param type of the events that count
 * @param gathering what goes on there
 */
record Place(String name, URI near, URI far, boolean socket, String type, Gathering gathering) {

  URI address(boolean throughBadNetwork) {
    return throughBadNetwork ? far : near;
  }

  Wire enter(LoadClient clients, boolean throughBadNetwork, String token) {
    URI address = address(throughBadNetwork);
    return socket ? clients.socket(address, token, type) : clients.stream(address, token, type);
  }
}
