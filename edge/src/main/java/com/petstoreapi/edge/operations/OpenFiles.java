package com.petstoreapi.edge.operations;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** The process's file descriptors, as the virtual machine counts them where the system has any. */
final class OpenFiles {
  private OpenFiles() {}

  /** How many are open; with tens of thousands this takes some milliseconds. */
  static OptionalLong open() {
    return attribute("OpenFileDescriptorCount");
  }

  /** How many may be open. */
  static OptionalLong most() {
    return attribute("MaxFileDescriptorCount");
  }

  private static OptionalLong attribute(String name) {
    try {
      ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      Object value = ManagementFactory.getPlatformMBeanServer().getAttribute(system, name);
      return value instanceof Long count ? OptionalLong.of(count) : OptionalLong.empty();
    } catch (JMException e) { // a system without file descriptors
      return OptionalLong.empty();
    }
  }
}
