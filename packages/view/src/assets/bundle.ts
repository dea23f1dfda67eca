import { type Asset, buildAsset } from "./build.ts";

const built = new Map<Asset, string>();

/** An asset as text. The build puts the finished text in this file's place (see `tsup.config.ts`); sources bundle it when first asked. */
export function assetText(asset: Asset): string {
  const text = built.get(asset) ?? buildAsset(asset);
  built.set(asset, text);
  return text;
}
