import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { StandIn } from './standIn/standIn.ts';

/** Why tests that ask Terraform are skipped; null when its binary is on PATH. */
export async function whyNoTerraform(): Promise<string | null> {
  const { answer } = await run(['version', '-json'], tmpdir(), {});
  return answer.includes('terraform_version') ? null : 'there is no terraform binary on PATH to judge';
}

/** Something that Terraform rejects or warns about. */
export interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly file: string | null;
  /** The first and last line, from 1; null when Terraform names none. */
  readonly lines: readonly [number, number] | null;
}

/**
 * The messages of `terraform validate` about a module, with the stand-in for the AWS provider; files are given by their
 * paths in the module. An empty list means that Terraform accepts it.
 */
export async function validateWithTerraform(
  standIn: StandIn,
  files: Readonly<Record<string, string>>,
): Promise<readonly Verdict[]> {
  return inFolder(standIn, files, async (folder) => {
    const { answer, complaint } = await run(['validate', '-json'], folder, standIn.env);
    return readVerdicts(answer, complaint);
  });
}

/** The messages of `terraform plan` about a module that is valid, in the same form. */
export async function diagnosticsOfPlan(
  standIn: StandIn,
  files: Readonly<Record<string, string>>,
): Promise<readonly Verdict[]> {
  return inFolder(standIn, files, async (folder) => {
    const { answer } = await run(['plan', '-input=false', '-json'], folder, standIn.env);
    const messages = answer.split('\n').filter((line) => line.includes('"diagnostic"'));
    return messages.flatMap((line) => {
      const { diagnostic }: { readonly diagnostic?: Diagnostic } = JSON.parse(line);
      return diagnostic === undefined ? [] : [verdictOf(diagnostic)];
    });
  });
}

/**
 * What `terraform plan` would do, by the address of the resource: `create`, `update`, `no-op`, `delete,create` … Throws
 * an error with Terraform's words when it makes no plan.
 */
export async function planWithTerraform(
  standIn: StandIn,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  return inFolder(standIn, files, async (folder) => {
    const { complaint, failed } = await run(['plan', '-input=false', '-no-color', '-out=plan'], folder, standIn.env);
    if (failed) throw new Error(complaint);
    const { answer } = await run(['show', '-json', 'plan'], folder, standIn.env);
    const { resource_changes: changes = [] }: Plan = JSON.parse(answer);
    return Object.fromEntries(changes.map(({ address, change }) => [address, change.actions.join()]));
  });
}

/** A step on the way to a plan: code that is applied, or finally planned, with a stand-in. */
export interface PlanStep {
  readonly standIn: StandIn;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The JSON of the plan for the last step's code, as `terraform show -json` prints it, after the code of the other steps
 * was applied one after the other in the same folder. Throws an error with Terraform's words when one fails.
 */
export async function planAfter(applied: readonly PlanStep[], planned: PlanStep): Promise<string> {
  return inFolder(planned.standIn, {}, async (folder) => {
    for (const step of applied) {
      await writeModule(folder, step);
      await mustRun(['apply', '-auto-approve', '-input=false', '-no-color'], folder, step.standIn);
    }
    await writeModule(folder, planned);
    await mustRun(['plan', '-input=false', '-no-color', '-out=plan'], folder, planned.standIn);
    return mustRun(['show', '-json', 'plan'], folder, planned.standIn);
  });
}

/** Replaces the previous code by a step's code; the state stays. */
async function writeModule(folder: string, { files, standIn }: PlanStep): Promise<void> {
  for (const name of readdirSync(folder)) if (name.endsWith('.tf')) rmSync(join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await mustRun(['init', '-input=false', '-no-color'], folder, standIn);
}

async function mustRun(words: readonly string[], folder: string, standIn: StandIn): Promise<string> {
  const { answer, complaint, failed } = await run(words, folder, standIn.env);
  if (failed) throw new Error(`terraform ${words[0]}: ${complaint || answer}`);
  return answer;
}

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** Terraform's verdict on a module whose state another version of it left behind. */
export interface ChangeVerdict {
  /** What Terraform rejects, as its summaries, whichever command reports it; empty when it makes a plan. */
  readonly refused: readonly string[];
  /** The changes to resources in the plan: `create`, `delete`, `delete,create`, `forget` … */
  readonly actions: Readonly<Record<string, string>>;
}

/** Applies one version of a module, then plans another one with the state that the first left. */
export async function planAfterApply(
  standIn: StandIn,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<ChangeVerdict> {
  return inFolder(standIn, before, async (folder) => {
    const applied = await run(['apply', '-input=false', '-no-color', '-auto-approve'], folder, standIn.env);
    if (applied.failed) throw new Error(applied.complaint);
    for (const path of Object.keys(before)) rmSync(join(folder, path));
    writeFiles(folder, after);
    const calls = await run(['get'], folder, standIn.env);
    if (calls.failed) return { refused: summariesIn(calls.complaint), actions: {} };
    const planned = await run(['plan', '-input=false', '-no-color', '-out=plan'], folder, standIn.env);
    if (planned.failed) return { refused: summariesIn(planned.complaint), actions: {} };
    const { answer } = await run(['show', '-json', 'plan'], folder, standIn.env);
    const { resource_changes: changes = [] }: Plan = JSON.parse(answer);
    const real = changes.filter(({ change }) => change.actions.join() !== 'no-op');
    return {
      refused: [],
      actions: Object.fromEntries(real.map(({ address, change }) => [address, change.actions.join()])),
    };
  });
}

function summariesIn(complaint: string): readonly string[] {
  return [...complaint.matchAll(/Error: (.*)/g)].map(([, summary = '']) => summary);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Writes the files into a temporary folder, with the modules that they call installed. */
async function inFolder<Result>(
  standIn: StandIn,
  files: Readonly<Record<string, string>>,
  ask: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-judge-'));
  try {
    writeFiles(folder, files);
    // Without module calls there is nothing to install.
    if (Object.values(files).some((text) => /^\s*module\b/m.test(text))) {
      await run(['init', '-input=false', '-no-color', '-backend=false'], folder, standIn.env);
    }
    return await ask(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Position {
  readonly line: number;
}

interface Diagnostic {
  readonly severity: Verdict['severity'];
  readonly summary: string;
  readonly detail?: string;
  readonly range?: { readonly filename: string; readonly start: Position; readonly end: Position };
}

interface Answer {
  readonly diagnostics: readonly Diagnostic[];
}

function readVerdicts(answer: string, complaint: string): readonly Verdict[] {
  if (!answer.startsWith('{')) throw new Error(`terraform validate says: ${complaint || answer}`);
  const { diagnostics }: Answer = JSON.parse(answer);
  return diagnostics.map(verdictOf);
}

function verdictOf({ severity, summary, detail = '', range }: Diagnostic): Verdict {
  return {
    severity,
    summary,
    detail,
    file: range?.filename ?? null,
    lines: range === undefined ? null : [range.start.line, range.end.line],
  };
}

const TIME_LIMIT = 60_000;

/** Runs Terraform asynchronously, because the stand-in in this process must be able to answer. */
function run(
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly answer: string; readonly complaint: string; readonly failed: boolean }> {
  const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 1 << 26, timeout: TIME_LIMIT };
  return new Promise((done) => {
    execFile('terraform', [...words], options, (error, answer, complaint) =>
      done({ answer, complaint, failed: error !== null }),
    );
  });
}
