import type { Asset } from "./build.ts";
import { assetText } from "./bundle.ts";

/**
 * What a page may do: run its own program, known by its digest, and nothing else. Even markup that slipped in could run nothing.
 * @param fetches whether it may ask its own server for data.
 */
export const pagePolicy = (digest: Asset, fetches: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${assetText(digest)}'`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    `connect-src ${fetches ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
