/**
 * Packed manifests lead to the built files alone: the condition that leads imports between packages to their sources is stripped, and so is
 * what only a checkout needs.
 */
module.exports = {
  hooks: {
    beforePacking(manifest) {
      for (const target of Object.values(manifest.exports ?? {}))
        if (typeof target === "object") delete target["cadre-source"];
      delete manifest.devDependencies;
      delete manifest.scripts;
      return manifest;
    },
  },
};
