import { defineConfig } from "tsup";
import { packageBuild } from "../../tsup.base.ts";
import { ASSETS, buildAsset } from "./src/assets/build.ts";

export default defineConfig({
  ...packageBuild(),
  esbuildPlugins: [
    {
      // The built package carries what a page needs as text: nothing is bundled when it is used.
      name: "assets-as-text",
      setup: (plugin) =>
        plugin.onLoad({ filter: /[\\/]assets[\\/]bundle\.ts$/ }, () => ({
          contents: `const assets = ${JSON.stringify(Object.fromEntries(ASSETS.map((name) => [name, buildAsset(name)])))};
export function assetText(asset) { return assets[asset]; }`,
          loader: "js",
        })),
    },
  ],
});
