/** Bytes at once, or as they come. */
export type Input = Uint8Array | AsyncIterable<Uint8Array>;
/** A hostile file, and the code that it is refused with; `null`: it is read; `undefined`: either. */
export interface HostileCase {
  make: () => Input | Promise<Input>;
  code: string | null | undefined;
  /** What refuses it reads for others too, by one of which it is tried always; by this one in the full run. */
  shared?: boolean;
}
