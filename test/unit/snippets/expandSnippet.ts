/** A snippet after expansion. */
export interface ExpandedSnippet {
  /** The text directly after insertion, with nothing typed by the user. */
  readonly text: string;
  /** The numbers of the tab stops that define a default or a choice, in the order of their definition. */
  readonly defined: readonly number[];
  /** The numbers of all tab stops that the body mentions. */
  readonly mentioned: ReadonlySet<number>;
  readonly choices: ReadonlyMap<number, readonly string[]>;
}

interface Reader {
  readonly body: string;
  at: number;
  readonly defaults: Map<number, string>;
  readonly defined: number[];
  readonly mentioned: Set<number>;
  readonly choices: Map<number, readonly string[]>;
}

/**
 * Expands a snippet body as an editor does on insertion: each placeholder becomes its default, each choice its first
 * entry, each linked tab stop what its definition gave. Definitions stand before their links, which is asserted.
 *
 * @throws Error for a body that is no snippet: an unclosed place, or a link before its definition.
 */
export function expandSnippet(body: string): ExpandedSnippet {
  const reader: Reader = {
    body,
    at: 0,
    defaults: new Map(),
    defined: [],
    mentioned: new Set(),
    choices: new Map(),
  };
  const text = readText(reader, '');
  const { defined, mentioned, choices } = reader;
  return { text, defined, mentioned, choices };
}

/** Reads up to a closing character, which it leaves, or to the end of the body. */
function readText(reader: Reader, closer: string): string {
  let text = '';
  while (reader.at < reader.body.length) {
    const character = reader.body.charAt(reader.at);
    if (character === closer) return text;
    if (character === '\\' && '\\$}'.includes(reader.body.charAt(reader.at + 1))) {
      text += reader.body.charAt(reader.at + 1);
      reader.at += 2;
    } else if (character === '$') {
      text += readPlace(reader);
    } else {
      text += character;
      reader.at += 1;
    }
  }
  if (closer !== '') throw new Error(`a place of the snippet is not closed: ${reader.body}`);
  return text;
}

function readPlace(reader: Reader): string {
  const rest = reader.body.slice(reader.at);
  const link = /^\$(?:(\d+)|\{(\d+)\})/.exec(rest);
  if (link !== null) {
    reader.at += link[0].length;
    return linkedText(reader, Number(link[1] ?? link[2]));
  }
  const opening = /^\$\{(\d+)([:|])/.exec(rest);
  if (opening === null) throw new Error(`a $ that starts no place and is not escaped: ${rest.slice(0, 30)}`);
  const number = Number(opening[1]);
  reader.at += opening[0].length;
  reader.mentioned.add(number);
  reader.defined.push(number);
  const text = opening[2] === ':' ? readText(reader, '}') : readChoice(reader, number);
  reader.at += 1;
  reader.defaults.set(number, text);
  return text;
}

function readChoice(reader: Reader, number: number): string {
  const end = reader.body.indexOf('|}', reader.at);
  if (end < 0) throw new Error(`a choice of the snippet is not closed: ${reader.body}`);
  const entries = reader.body.slice(reader.at, end).split(',');
  reader.at = end + 1;
  reader.choices.set(number, entries);
  return entries[0] ?? '';
}

function linkedText(reader: Reader, number: number): string {
  reader.mentioned.add(number);
  if (number === 0) return '';
  const text = reader.defaults.get(number);
  if (text === undefined) throw new Error(`tab stop ${number} is used before it is defined: ${reader.body}`);
  return text;
}
