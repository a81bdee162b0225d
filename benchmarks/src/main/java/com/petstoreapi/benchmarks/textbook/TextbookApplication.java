package com.petstoreapi.benchmarks.textbook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A service as tutorials have it: what a team gets that takes the standard at its word. */
@ApplicationPath("/")
public class TextbookApplication extends Application {}
