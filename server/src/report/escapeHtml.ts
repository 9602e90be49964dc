import { printableJson } from '../syntax/shown/printable.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** A value as JSON, safe inside a script element. */
export function scriptJson(value: unknown): string {
  return printableJson(value).replaceAll('<', '\\u003c');
}
