import { ensureChromium } from "@cadre/test-services/browser";
import { held, type Step } from "./step.ts";

/** Finds the browser that the dashboard's tests run in, or installs it where that may be done; says loudly how where it cannot be. */
export const browser: Step = {
  name: "browser",
  run: async () => {
    const found = ensureChromium();
    return found.path === null
      ? { passed: 0, failed: 0, skipped: [`the dashboard in a browser: ${found.how}`], output: "" }
      : held(1, `browser tests run in ${found.path}`);
  },
};
