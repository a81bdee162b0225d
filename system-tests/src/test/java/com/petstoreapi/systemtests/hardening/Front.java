package com.petstoreapi.systemtests.hardening;

import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * One line of attack.
 *
 * @param batches what is sent at once; each of the same size
 * @param percent of all inputs
 */
record Front(String name, Arbitrary<List<Input>> batches, Target target, int percent) {}
