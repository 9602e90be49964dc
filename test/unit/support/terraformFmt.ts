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
    const named = new Set<string>();
    // An unreadable file ends the run, so another run judges the files after it.
    for (let unread = judge(folder, named); unread.length > 0; unread = judge(folder, named)) {
      for (const name of unread) rmSync(join(folder, name));
    }
    return new Set(texts.filter((_, index) => named.has(`t${index}.tf`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds the files that the formatter would change or cannot read to the names; returns those that it cannot read. */
function judge(folder: string, named: Set<string>): string[] {
  const words = ['fmt', '-check', '-list=true', '-no-color'];
  const { stdout, stderr, error } = spawnSync('terraform', words, { cwd: folder, encoding: 'utf8' });
  if (error !== undefined) throw error;
  const unread = [...new Set([...stderr.matchAll(/\bon (t\d+\.tf) line/g)].map(([, name = '']) => name))];
  for (const name of [...stdout.split('\n'), ...unread]) named.add(name);
  return unread;
}
