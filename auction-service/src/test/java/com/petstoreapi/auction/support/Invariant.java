package com.petstoreapi.auction.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/**
 * What holds whatever happens. Each build throws the same dice; {@code -Djqwik.tries.default=n}
 * throws them more often.
 */
@Property(seed = "20261125", edgeCases = EdgeCasesMode.NONE)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Invariant {}
