import { printDecimal } from './decimal.ts';
import { sortedMembers } from './sortedMembers.ts';
import type { Value } from './value.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/**
 * The text that Terraform's `jsonencode` makes from a value, byte for byte: keys sorted, `<`, `>`, `&` and two line
 * separators escaped. Null when a part is unknown.
 */
export function renderString(value: Value): string | null {
  switch (value.kind) {
    case 'string':
      return quoteJson(value.value);
    case 'encoded': {
      const inner = renderString(value.encoded);
      return inner === null ? null : quoteJson(inner);
    }
    case 'number':
      return printDecimal(value);
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'list': {
      const items = value.items.map(renderString);
      return value.open || items.includes(null) ? null : `[${items.join(',')}]`;
    }
    case 'object': {
      const members = sortedMembers(value).map((member) => {
        const text = renderString(member.value);
        return text === null ? null : `${quoteJson(member.key)}:${text}`;
      });
      return value.open || members.includes(null) ? null : `{${members.join(',')}}`;
    }
    default:
      return null;
  }
}

/** A string as `jsonencode` writes it. */
export function quoteJson(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
  const escaped = text.replace(/["\\<>&\u0000-\u001f\u2028\u2029]/g, (character) => {
    return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
