import { describe, expect, it } from 'vitest';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { faultOf } from './readable.ts';

/** Everything that the parser distinguishes, and text that only resembles it. */
const tokens = [
  ...['{', '}', '[', ']', '(', ')', '"', '${', '%{', '${~', '~}', '$${', '%%{', '=', ':', ',', '.', '.*', '[*]', '...'],
  ...['=>', '==', '!=', '<=', '>=', '<', '>', '&&', '||', '!', '+', '-', '*', '/', '%', '?', '~', '::', '&', '|', "'"],
  ...['\n', '\n', '\n', '\r\n', '\r', ' ', '  ', '\t', '#', '//', '/*', '*/', '# c\n', '/* c */', '\\', '\\"', '\\n'],
  ...['<<E\n', '<<-E\n', 'E\n', '  E\n', '<<', '<<-', '\nE\n', 'if', 'else', 'endif', 'for', 'in', 'endfor', 'true'],
  ...[
    'null',
    'a',
    'b_c',
    'd-e',
    'é',
    '日本',
    '\u{1f600}',
    '\ud800',
    '\udc00',
    '\0',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '0',
    '1',
  ],
  ...[
    '1.5',
    '1e3',
    'resource "a" "b" {\n',
    'a = 1\n',
    'x = {\n',
    '"k" = ',
    'k : ',
    '\\u00e9',
    '\\U0001F600',
    '\\x',
    ';',
  ],
];

function soup(random: () => number): string {
  return Array.from({ length: below(random, 120) }, () => pick(random, tokens)).join('');
}

/** Any UTF-16 code units, mostly of the characters that HCL uses. */
function noise(random: () => number): string {
  const codes = Array.from({ length: below(random, 200) }, () => below(random, random() < 0.9 ? 128 : 65536));
  return String.fromCharCode(...codes);
}

describe('random text is read without a throw, with ranges that nest', () => {
  it.each([
    ['tokens', soup, 3000],
    ['characters', noise, 1000],
  ] as const)('%s', (_, make, count) => {
    const random = seeded(20_261_123);
    for (let round = 0; round < count; round += 1) {
      const text = make(random);
      const fault = faultOf(text);
      if (fault !== undefined) expect.fail(`${fault}\nin ${JSON.stringify(text)}`);
    }
  });
});
