package com.petstoreapi.care;

/**
 * Who comes to a plan.
 *
 * @param isStaff whether he looks after all plans: he sees each and says who keeps it, but does
 *     nothing with the tasks of one that he does not keep
 */
public record Visitor(String userId, boolean isStaff) {}
