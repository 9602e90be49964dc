import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignLines } from '../../../server/src/syntax/edit/alignment.ts';
import { terraformVersion } from '../../corpus/evaluation/terraform.ts';

const REALISTIC = new URL('../../corpus/realistic/', import.meta.url);

/** Texts whose spaces are not as the formatter leaves them. */
const UNALIGNED = [
  'a = 1\nlonger = 2 # x\nb = [ # y\n]\n',
  'x = {\n  "a b" = 1 // one\n  c = 22 // two\n  (d) = 3\n}\n',
  'resource "t" "n" {\n  name = "n" # the name\n  policy = <<-EOT\n    a = 1\n    longer = 2\n  EOT\n  p = 1\n  pp = 2\n}\n',
  'a = b == c ? 1 : 2\nlong = [for k, v in x : v if v != 1]\nm = { for k, v in x : k => v }\n',
  'a = "${x}=" # c\nbb = 1 /* d */\nccc = 2\n',
  'locals {\n  a = foo({\n    b = 1\n    cc = 2 # r\n  }) # s\n  ddd = 1\n  e = 2\n}\n',
  'a = 1 # x\nlong   = [ # y\n]\n',
  '/* a\nb = 1\nccc = 2 */\nd = 1\nee = 2\n',
];

describe('aligning lines', () => {
  it('aligns assignments and comments of adjoining lines', () => {
    expect(alignLines('a = 1 # x\r\nlonger = 22 # y\r\n\r\nb = 1 # z\r\n')).toBe(
      'a      = 1  # x\r\nlonger = 22 # y\r\n\r\nb = 1 # z\r\n',
    );
  });

  it('leaves heredocs, and text that cannot be read, alone', () => {
    const heredoc = 'a = <<E\nx = 1\nlong = 2\nE\n';
    expect(alignLines(heredoc)).toBe(heredoc);
    expect(alignLines('a = [\nbcd = 1\nb  = {\n')).toBe('a = [\nbcd = 1\nb  = {\n');
  });

  it('agrees with terraform fmt', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    const realistic = readdirSync(REALISTIC).map((name) => readFileSync(new URL(name, REALISTIC), 'utf8'));
    for (const text of UNALIGNED) expect(alignLines(text)).toBe(formatted(text));
    for (const text of realistic) {
      const clean = formatted(text);
      expect(alignLines(clean)).toBe(clean);
      // Every run of spaces before a value made one: the formatter's own words are what is to come back.
      expect(alignLines(clean.replaceAll(/^(\s*[\w"-]+) +=/gm, '$1 ='))).toBe(clean);
    }
  });
});

function formatted(text: string): string {
  return execFileSync('terraform', ['fmt', '-'], { input: text, encoding: 'utf8', stdio: 'pipe' });
}
