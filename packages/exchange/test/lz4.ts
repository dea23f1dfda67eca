/** A frame that `lz4 -B4 -BD` (1.9.4) makes of {@link LINKED_TEXT}: blocks that refer to one another. */
export const LINKED =
  "BCJNGERAXlQBAAD3ADEuMS4xLDIwMTUsMCxmCg8AGjEPABoyDwAaMw8AGjQPABo1DwAaNg8AGjcPABo4DwAaOQ8AHDGXAAuYABsxmQAMLwAKTgALLQAPxgD////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////pUDUsMTIsDQEAAAnz/w88///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////bUDAxNSwxawAAAPoBMixmCjEuMS4xLDIwMTUsMA8AGjEPAAstABozHgAaNA8AGjUPABo2DwAaNw8AGjgPABo5DwAcMZcAC5gAGzGZAAwvAApOAAstAA/GAP////////////////////////////9wUCwzLGYKAAAAANSQvJI=";
export const LINKED_TEXT = Array.from({ length: 9000 }, (_, index) => `1.1.1,2015,${index % 13},f\n`).join(
  "",
);

/** A frame of blocks of which each is a run of literals, by twos compressed and as it is. */
export function lz4Blocks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82)];
  const head = (size: number) => {
    const four = new Uint8Array(4);
    new DataView(four.buffer).setUint32(0, size, true);
    return four;
  };
  for (let index = 0, nth = 0; index < bytes.length; index += 1000, nth += 1) {
    const some = bytes.subarray(index, index + 1000);
    if (nth % 2 === 1) parts.push(head((some.length | 0x8000_0000) >>> 0), some);
    else {
      const rest = some.length - 15;
      const length = rest < 0 ? [] : [...new Array(Math.floor(rest / 255)).fill(255), rest % 255];
      const own = Uint8Array.of(Math.min(15, some.length) << 4, ...length, ...some);
      parts.push(head(own.length), own);
    }
  }
  return Buffer.concat([...parts, head(0)]);
}
