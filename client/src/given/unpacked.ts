/**
 * The bytes, unpacked if they are gzip; null if they are longer than `limit` before or after. Throws when the archive is
 * damaged.
 */
export async function unpackedWithin(bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  if (bytes.length > limit) return null;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    // A small archive may unpack to more than the memory holds.
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
