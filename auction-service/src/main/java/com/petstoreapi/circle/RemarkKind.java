package com.petstoreapi.circle;

import java.time.Duration;

/**
 * A kind of remarks.
 *
 * @param name its type on the wire
 * @param life how long it holds unless it is said again; longer than zero
 * @param end the fields of a remark that ends it, a JSON object on one line; empty where the end is
 *     not told
 */
public record RemarkKind(String name, Duration life, String end) {}
