import { broke, command, held, type Step } from "./step.ts";
import { packages } from "./workspace.ts";

/** Builds every package: ES modules, CommonJS, types. */
export const build: Step = {
  name: "build",
  run: async () => {
    const failures: string[] = [];
    const all = packages();
    for (const { name, folder, build: script } of all) {
      const { code, output } = await command(script, [], { cwd: folder, shell: true });
      if (code !== 0) failures.push(`${name}\n${output}`);
    }
    return failures.length === 0 ? held(all.length) : broke(failures.join("\n"), failures.length);
  },
};
