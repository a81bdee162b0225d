/**
 * The figures of a node, for whoever looks after it.
 *
 * <p>They are counted where something happens, in plain objects that know nothing of metrics; here
 * they get their names, by one scheme (Prometheus's): {@code petstore_area_thing[_unit][_total]}.
 * Labels have a bounded set of values, an enum's: never a user, an id or a path.
 */
package com.petstoreapi.edge.metrics;
