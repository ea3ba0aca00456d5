import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

// What can be worked out without a page is tried where it will run: in the browser of this machine, which CHROMIUM names.
export default defineConfig({
  test: {
    include: ["tests/*.test.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
          args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});
