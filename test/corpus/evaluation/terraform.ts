import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The file that the expressions of the corpus refer to. */
export const SURROUNDINGS = readFileSync(new URL('surroundings.tf', import.meta.url), 'utf8');

/** The version of the `terraform` binary on PATH, or null when there is none. */
export function terraformVersion(): string | null {
  try {
    const answer: unknown = JSON.parse(run(['version', '-json'], tmpdir()));
    return typeof answer === 'object' && answer !== null && 'terraform_version' in answer
      ? String(answer.terraform_version)
      : null;
  } catch {
    return null;
  }
}

/**
 * What Terraform gives for each expression, as `jsonencode` writes it, or null when it rejects the expression. One run
 * without providers, network or state, which needs no `init`.
 */
export function evaluateWithTerraform(expressions: readonly string[]): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-'));
  try {
    const outputs = expressions.map(
      (expression, index) => `output "e${index}" {\n  value = try(jsonencode({ ok = ${expression}\n }), "{}")\n}\n`,
    );
    writeFileSync(join(folder, 'surroundings.tf'), SURROUNDINGS);
    writeFileSync(join(folder, 'outputs.tf'), outputs.join('\n'));
    run(['apply', '-auto-approve', '-input=false', '-no-color'], folder);
    const answers = JSON.parse(run(['output', '-json'], folder));
    return expressions.map((_, index) => readAnswer(answers[`e${index}`]?.value));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Terraform omits an output that it cannot know; that is not an answer either. */
function readAnswer(value: unknown): string | null {
  return typeof value !== 'string' || value === '{}' ? null : value.slice('{"ok":'.length, -1);
}

function run(words: readonly string[], folder: string): string {
  const environment = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  return execFileSync('terraform', words, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 1 << 26,
  });
}
