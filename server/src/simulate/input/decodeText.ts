/**
 * The text of an input: UTF-8, or UTF-16 with a byte order mark, as PowerShell's `>` writes a program's output. The
 * mark is removed.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return UTF_8.decode(bytes);
}

const UTF_8 = new TextDecoder();
