/**
 * The text of an input: UTF-8, or UTF-16 with a byte order mark, as PowerShell's `>` writes a program's output. The
 * mark is removed.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
