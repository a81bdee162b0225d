package com.petstoreapi.care;

import com.petstoreapi.realtime.journal.Position;

/**
 * A plan and the place on its stream to which this state belongs: whoever goes on from there misses
 * nothing and hears nothing twice.
 */
public record PlanAt(CarePlan plan, Position position) {}
