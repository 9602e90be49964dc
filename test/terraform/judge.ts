import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
  /** The addresses of the resources that the plan deletes, whether or not it creates them again. */
  readonly destroyed: readonly string[];
}

/** A module that was applied. */
export interface AppliedModule {
  /** Plans another version of the module with the state that the first left. Neither changes that state. */
  plan(after: Readonly<Record<string, string>>): Promise<ChangeVerdict>;
  /** Deletes what was applied. */
  remove(): void;
}

/** Applies a version of a module, once for any number of plans. */
export async function applyModule(standIn: StandIn, before: Readonly<Record<string, string>>): Promise<AppliedModule> {
  const applied = mkdtempSync(join(tmpdir(), 'terraform-ecr-applied-'));
  writeFiles(applied, before);
  await installCalls(standIn, before, applied);
  await mustRun(['apply', '-input=false', '-no-color', '-auto-approve'], applied, standIn);
  for (const path of Object.keys(before)) rmSync(join(applied, path));
  return {
    plan: (after) =>
      inFolder(standIn, {}, async (folder) => {
        cpSync(applied, folder, { recursive: true });
        writeFiles(folder, after);
        return planOf(standIn, folder, after);
      }),
    remove: () => rmSync(applied, { recursive: true, force: true }),
  };
}

async function planOf(
  standIn: StandIn,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<ChangeVerdict> {
  if (hasCalls(files)) {
    const calls = await run(['get'], folder, standIn.env);
    if (calls.failed) return { refused: summariesIn(calls.complaint), destroyed: [] };
  }
  const { answer, complaint, failed } = await run(['plan', '-input=false', '-json'], folder, standIn.env);
  const messages = answer.split('\n').filter((line) => line !== '');
  const told = messages.map((line): PlanMessage => JSON.parse(line));
  const errors = told.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic.summary] : []));
  if (failed !== errors.length > 0) throw new Error(`terraform plan says: ${complaint || answer}`);
  const destroyed = told.flatMap(({ type, change }) =>
    type === 'planned_change' && change !== undefined && DESTROYS.has(change.action) ? [change.resource.addr] : [],
  );
  return { refused: errors, destroyed };
}

/** A line of what `terraform plan -json` prints. */
interface PlanMessage {
  readonly type: string;
  readonly diagnostic?: Diagnostic;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

/** The actions of such lines that delete a resource. */
const DESTROYS: ReadonlySet<string> = new Set(['delete', 'replace']);

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
    await installCalls(standIn, files, folder);
    return await ask(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function installCalls(standIn: StandIn, files: Readonly<Record<string, string>>, folder: string): Promise<void> {
  if (hasCalls(files)) await run(['init', '-input=false', '-no-color', '-backend=false'], folder, standIn.env);
}

/** Without module calls there is nothing to install. */
function hasCalls(files: Readonly<Record<string, string>>): boolean {
  return Object.values(files).some((text) => /^\s*module\b/m.test(text));
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

/** A machine on which everything runs at once is slow. */
const TIME_LIMIT = 400_000;

/** Runs Terraform asynchronously, because the stand-in in this process must be able to answer. */
function run(
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly answer: string; readonly complaint: string; readonly failed: boolean }> {
  // A configuration of this machine must not decide, nor add warnings to what is read here.
  const { TF_CLI_CONFIG_FILE: _, ...own } = process.env;
  const options = { cwd: folder, env: { ...own, ...env }, maxBuffer: 1 << 26, timeout: TIME_LIMIT };
  return new Promise((done) => {
    execFile('terraform', [...words], options, (error, answer, complaint) =>
      done({ answer, complaint, failed: error !== null }),
    );
  });
}
