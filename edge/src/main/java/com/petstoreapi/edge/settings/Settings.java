package com.petstoreapi.edge.settings;

/**
 * Settings of one part of a service, checked when they are made. Those that CDI can make are all
 * made at the start, so that a service with a wrong one does not start.
 */
public interface Settings {}
