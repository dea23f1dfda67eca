import { posix } from "node:path";

const LINK = /(\]\()([^)\s#]+)([^)\s]*\))/g;

/** The links of a package's README that lead out of the package, unchanged: a reader of the tarball cannot follow them. */
export const leavingLinks = (readme: string): string[] =>
  [...readme.matchAll(LINK)].map(([, , to = ""]) => to).filter((to) => to.startsWith("../"));

/**
 * A README whose links out of the package lead to the repository.
 * @param folder of the package within the repository, `packages/core`.
 * @param base address of the repository's files at the released commit, `https://example.org/owner/name/blob/COMMIT`.
 */
export const withRepositoryLinks = (readme: string, folder: string, base: string): string =>
  readme.replace(LINK, (link, before: string, to: string, after: string) =>
    to.startsWith("../") ? `${before}${base}/${posix.normalize(posix.join(folder, to))}${after}` : link,
  );
