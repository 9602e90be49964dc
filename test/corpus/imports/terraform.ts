import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importModule } from './cases.ts';

/** Whether `terraform plan` accepts each case, with a resource that needs no provider. */
export function plansOf(cases: Readonly<Record<string, string>>): Record<string, boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-'));
  const environment = { ...process.env, CHECKPOINT_DISABLE: '1' };
  const run = (...words: string[]) =>
    spawnSync('terraform', words, { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' });
  try {
    return Object.fromEntries(
      Object.entries(cases).map(([name, text]) => {
        writeFileSync(join(folder, 'main.tf'), importModule(text, 'terraform_data', 'input = "team/app"'));
        const status = run('init', '-input=false').status === 0 ? run('plan', '-input=false', '-lock=false').status : 1;
        return [name, status === 0];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
