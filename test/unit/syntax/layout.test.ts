import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../server/src/syntax/edit/layout.ts';
import { terraformVersion } from '../../corpus/evaluation/terraform.ts';
import { SILENT_MODULES } from '../support/silentModules.ts';

const REALISTIC = new URL('../../corpus/realistic/', import.meta.url);

/** Texts with spaces that the formatter would change. */
const UNALIGNED = [
  'a = 1\nlonger = 2 # x\nb = [ # y\n]\n',
  'x = {\n  "a b" = 1 // one\n  c = 22 // two\n  (d) = 3\n}\n',
  'resource "t" "n" {\n  name = "n" # the name\n  policy = <<-EOT\n    a = 1\n    longer = 2\n  EOT\n  p = 1\n  pp = 2\n}\n',
  'a = b == c ? 1 : 2\nlong = [for k, v in x : v if v != 1]\nm = { for k, v in x : k => v }\n',
  'a = "${x}=" # c\nbb = 1 /* d */\nccc = 2\n',
  'locals {\n  a = foo({\n    b = 1\n    cc = 2 # r\n  }) # s\n  ddd = 1\n  e = 2\n}\n',
  'a = 1 # x\nlong   = [ # y\n]\n',
  'x = [{\na = 1\n}, {\na = 2\n}]\ny = f(\n[\n1,\n# c\n], {\n})\n   \nz = 1\n',
  'x {\n/* a\nb = {\n*/\nc = 1\n}\n',
  '/* a\nb = 1\nccc = 2 */\nd = 1\nee = 2\n',
];

describe('laying lines out', () => {
  it('aligns assignments and comments of adjoining lines', () => {
    expect(layOut('a = 1 # x\r\nlonger = 22 # y\r\n\r\nb = 1 # z\r\n')).toBe(
      'a      = 1  # x\r\nlonger = 22 # y\r\n\r\nb = 1 # z\r\n',
    );
  });

  it('leaves heredocs, and text that cannot be read, alone', () => {
    const heredoc = 'a = <<E\nx = 1\nlong = 2\nE\n';
    expect(layOut(heredoc)).toBe(heredoc);
    expect(layOut('a = [\nbcd = 1\nb  = {\n')).toBe('a = [\nbcd = 1\nb  = {\n');
  });

  it('agrees with terraform fmt', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    expect(UNALIGNED.map(layOut)).toEqual(formatted(UNALIGNED));
    const realistic = readdirSync(REALISTIC).map((name) => readFileSync(new URL(name, REALISTIC), 'utf8'));
    const silent = SILENT_MODULES.flatMap(({ files }) =>
      Object.entries(files).flatMap(([name, text]) => (name.endsWith('.tf') ? [text] : [])),
    );
    for (const clean of formatted([...realistic, ...silent])) {
      expect(layOut(clean)).toBe(clean);
      if (clean.includes('\r')) continue;
      // Every run of spaces before a value reduced to one: the formatter's own layout must come back.
      expect(layOut(clean.replaceAll(/^(\s*[\w"-]+) +=/gm, '$1 ='))).toBe(clean);
      if (clean.includes('<<') || clean.includes('/*')) continue;
      expect(layOut(clean.replaceAll(/^ +/gm, (spaces) => spaces.slice(0, spaces.length / 2)))).toBe(clean);
    }
  });
});

/** The texts as `terraform fmt` leaves them. */
function formatted(texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-'));
  try {
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `t${index}.tf`), text);
    execFileSync('terraform', ['fmt'], { cwd: folder, stdio: 'pipe' });
    return texts.map((_, index) => readFileSync(join(folder, `t${index}.tf`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
