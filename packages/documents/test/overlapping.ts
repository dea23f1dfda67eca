import { deflateRawSync } from "node:zlib";

/** So many bytes of zeros, deflated: a thousandth of them. */
export const zeros = (bytes: number) => deflateRawSync(Buffer.alloc(bytes), { level: 9 });

/** A zip of `count` entries that share one deflated body: what 1 MB can claim to hold. Its entries claim to be `size` bytes each. */
export function overlapping(
  body: Uint8Array,
  size: number,
  count: number,
  names: (index: number) => string,
): Uint8Array {
  const local = (name: string) => {
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(body.length, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30);
    return header;
  };
  const first = Buffer.concat([local(names(0)), body]);
  const entries = Array.from({ length: count }, (_, index) => {
    const name = names(index);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(first.length, 16);
  return Buffer.concat([first, directory, end]);
}
