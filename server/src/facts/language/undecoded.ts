/**
 * Stands in a text for a byte, or several, that are not UTF-8. It is half of a surrogate pair, so no other text has it
 * alone. Terraform's `file()` refuses such a file, and in a Terraform file it is allowed in comments only.
 *
 * Source: Terraform 1.11.4, internal/lang/funcs/filesystem.go; HCL 2.23, hclsyntax/token.go. Date: 2026-11-30.
 */
const UNDECODED = '\uD800';

/** What decoders of UTF-8 write for bytes that are not. A text may also contain it by right. */
const REPLACEMENT = '\uFFFD';

/**
 * A text that was decoded from these bytes as UTF-8, with a mark of its own for what is not. Offsets stay the same.
 */
export function markUndecoded(text: string, bytes: Uint8Array): string {
  if (!text.includes(REPLACEMENT) || isUtf8(bytes)) return text;
  return text.replaceAll(REPLACEMENT, UNDECODED);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The offset (UTF-16) of the first byte from `from` on that is not UTF-8; -1 when there is none. */
export function undecodedAt(text: string, from = 0): number {
  for (let at = text.indexOf(UNDECODED, from); at !== -1; at = text.indexOf(UNDECODED, at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (!(next >= 0xdc00 && next <= 0xdfff)) return at;
  }
  return -1;
}

/**
 * The text of a document that an editor shows, given the file's own text: an editor shows bytes that are not UTF-8 as a
 * character that would be allowed.
 */
export function asInFile(shown: string, inFile: string | undefined): string {
  const asShown = shownUndecoded(shown);
  return inFile !== undefined && shownUndecoded(inFile) === asShown ? inFile : asShown;
}

function shownUndecoded(text: string): string {
  return undecodedAt(text) === -1 ? text : text.replaceAll(/\uD800(?![\uDC00-\uDFFF])/g, REPLACEMENT);
}
