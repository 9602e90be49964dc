import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The texts that `terraform fmt` would change or cannot read. One process judges them all, because each start costs
 * more than many files. CRLF is read as LF. Throws an error when terraform cannot be started.
 */
export function unformattedAmong(given: readonly string[]): ReadonlySet<string> {
  const texts = [...new Set(given)];
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-'));
  try {
    for (const [index, text] of texts.entries())
      writeFileSync(join(folder, `t${index}.tf`), text.replaceAll('\r\n', '\n'));
    const words = ['fmt', '-check', '-list=true', '-no-color'];
    const { stdout, stderr, error } = spawnSync('terraform', words, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) throw error;
    const named = new Set([...stdout.split('\n'), ...unreadable(stderr)]);
    return new Set(texts.filter((_, index) => named.has(`t${index}.tf`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files in which Terraform's messages name a line. */
function unreadable(messages: string): string[] {
  return [...messages.matchAll(/\bon (t\d+\.tf) line/g)].map(([, name = '']) => name);
}
