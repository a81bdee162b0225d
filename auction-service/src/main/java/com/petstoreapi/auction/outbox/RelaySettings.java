package com.petstoreapi.auction.outbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How notification-service is reached.
 *
 * @param url where it is; its paths come below
 * @param tokenFile holds the token that it is shown; without one a development token is
 * @param connectTimeout until there is a connection
 * @param readTimeout until there is an answer
 */
public record RelaySettings(
    URI url, Optional<Path> tokenFile, Duration connectTimeout, Duration readTimeout) {}
