package com.petstoreapi.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system's Chromium, as one test uses it. Each {@link #person} has a browser of his own, with
 * its own cookies and memory; the process below is that of all tests of a run. To be used by one
 * thread; a page's errors fail the test at {@link #close}.
 */
public final class Chromium implements AutoCloseable {
  /** For the classes whose tests need it: {@code @EnabledIf(Chromium.IS_THERE)}. */
  public static final String IS_THERE = "com.petstoreapi.systemtests.browser.Chromium#isThere";

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private static Browser running;

  private final List<BrowserContext> persons = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  public static boolean isThere() {
    return found().isPresent();
  }

  private static Optional<Path> found() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** A browser that nobody has used yet. */
  public BrowserContext person() {
    return person(new Browser.NewContextOptions());
  }

  public BrowserContext person(Browser.NewContextOptions options) {
    BrowserContext context = running().newContext(options.setLocale("en-US"));
    persons.add(context);
    context.onWebError(error -> errors.add(error.error()));
    context.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
    return context;
  }

  private static Browser running() {
    if (running == null || !running.isConnected()) {
      running = launch();
    }
    return running;
  }

  private static Browser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-chromium"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(found().orElseThrow())
                .setChromiumSandbox(false));
  }

  @Override
  public void close() {
    persons.forEach(BrowserContext::close);
    if (!errors.isEmpty()) {
      throw new AssertionError("errors in pages: " + errors);
    }
  }
}
