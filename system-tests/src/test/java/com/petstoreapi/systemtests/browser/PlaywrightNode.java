package com.petstoreapi.systemtests.browser;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Path;
import java.util.Map;

/** The Node.js that the browser tests come with, so that none need be installed. */
public final class PlaywrightNode {
  private PlaywrightNode() {}

  public static Path path() {
    Driver driver =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
    return driver.driverDir().resolve("node");
  }
}
