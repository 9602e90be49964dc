import { printableXml } from '../../syntax/shown/printable.ts';

/** Text for an element or a quoted attribute; characters that XML 1.0 does not allow become replacement characters. */
export function escapeXml(text: string): string {
  const escaped = text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
  return printableXml(escaped);
}
