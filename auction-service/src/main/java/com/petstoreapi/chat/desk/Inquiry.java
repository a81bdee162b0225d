package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.About;
import java.util.Optional;

/**
 * With what a customer comes.
 *
 * @param text his first message
 */
public record Inquiry(Optional<String> subject, Optional<About> about, Optional<String> text) {}
