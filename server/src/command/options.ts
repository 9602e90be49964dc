import type { Severity } from '../checks/check.ts';
import { SEVERITIES } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import { nearestName } from '../ecr/nearestName.ts';
import { renamedRule } from '../facts/product/renamedRules.ts';
import { isTerraformFile } from '../module/sources/fileKinds.ts';
import type { RuleSettings } from '../problems/ruleSettings.ts';
import type { RenderOptions } from './policy/runRender.ts';
import { CHECK, REPORT_FORMATS } from './table/checkCommand.ts';
import type { CommandSpec } from './table/commandSpec.ts';
import { RULES } from './table/commands.ts';
import type { ParsedWords } from './table/parseWords.ts';
import { parse } from './table/parseWords.ts';
import { RENDER } from './table/policyCommands.ts';
import { UsageError } from './usage.ts';

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly minSeverity: Severity;
  readonly maxWarnings: number | null;
  readonly rules: RuleSettings;
  /** The path under which standard input is checked; then there are no other paths. */
  readonly stdinFilePath: string | null;
  /** The file that lists the paths, `-` for standard input; then there are no others. */
  readonly filesFrom: string | null;
  /** A settings file to use instead of those of folders. */
  readonly config: string | null;
  /** How unambiguous fixes are handled: written to the files, shown, or left alone. */
  readonly fixes: 'write' | 'show' | 'leave';
  /** Whether rules are counted instead of listing problems. */
  readonly statistics: boolean;
  /** Whether only problems and read failures are printed. */
  readonly quiet: boolean;
  /** Whether a folder in which no file was read is acceptable. */
  readonly allowEmpty: boolean;
  /** Known problems: to be hidden (`read`), or to be recorded (`write`). */
  readonly baseline: { readonly mode: 'read' | 'write'; readonly path: string } | null;
}

/** Reads the arguments of `check`; throws a `UsageError` that names the mistake and the allowed values. */
export function readCheckOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parse(words, CHECK);
  const warnings = values['max-warnings'];
  const stdinFilePath = readStandardInputPath(values['stdin-file-path'], positionals);
  const filesFrom = optional(values['files-from']);
  const isPlain = positionals.length === 0 && stdinFilePath === null && filesFrom === null;
  const options: CheckOptions = {
    fixes: values['diff'] === true ? 'show' : values['fix'] === true ? 'write' : 'leave',
    statistics: values['statistics'] === true,
    quiet: values['quiet'] === true,
    config: optional(values['config']),
    allowEmpty: values['allow-empty'] === true,
    baseline: readBaseline(values['baseline'], values['write-baseline']),
    paths: isPlain ? ['.'] : positionals,
    stdinFilePath,
    filesFrom,
    format: oneOf('--format', String(values['format']), REPORT_FORMATS),
    minSeverity: oneOf('--min-severity', String(values['min-severity']), SEVERITIES),
    maxWarnings: warnings === undefined ? null : wholeNumber('--max-warnings', String(warnings)),
    rules: readRules([values['rule'] ?? []].flat().map(String)),
  };
  refuseOpposites(options, values, positionals);
  return options;
}

/** Pairs of options that contradict each other. */
function refuseOpposites(options: CheckOptions, values: ParsedWords['values'], paths: readonly string[]): void {
  const { stdinFilePath, filesFrom, format, statistics, fixes } = options;
  if (values['fix'] === true && stdinFilePath !== null)
    throw new UsageError('--fix writes files; --stdin-file-path has no file to write');
  if (fixes === 'show') {
    const other = ['fix', 'statistics', 'baseline', 'write-baseline', 'stdin-file-path'].find((name) => name in values);
    if (other !== undefined) throw new UsageError(`--diff only prints what --fix would change; leave out --${other}`);
    if (format !== 'text') throw new UsageError(`--diff prints text; leave out --format ${format}`);
  }
  if (statistics && format !== 'text' && format !== 'json')
    throw new UsageError(`--statistics prints text or json, not '${format}'`);
  if (filesFrom === null) return;
  if (stdinFilePath !== null) throw new UsageError('--stdin-file-path checks one file; leave out --files-from');
  if (paths[0] !== undefined) throw new UsageError(`--files-from lists what is checked; leave out '${paths[0]}'`);
}

function readBaseline(read: unknown, write: unknown): CheckOptions['baseline'] {
  if (read !== undefined && write !== undefined) {
    throw new UsageError('--write-baseline records every problem; it cannot be combined with --baseline');
  }
  if (write !== undefined) return { mode: 'write', path: String(write) };
  return read === undefined ? null : { mode: 'read', path: String(read) };
}

function readStandardInputPath(value: unknown, paths: readonly string[]): string | null {
  if (value === undefined) return null;
  const path = String(value);
  if (!isTerraformFile(path) && !path.endsWith('.json')) {
    throw new UsageError(`--stdin-file-path takes a path that ends in .tf, .tofu or .json, not '${path}'`);
  }
  if (paths.length > 0) throw new UsageError(`--stdin-file-path checks one file; '${paths[0]}' cannot be added`);
  return path;
}

/** Reads the arguments of `render`. */
export function readRenderOptions(words: readonly string[]): RenderOptions {
  const { values, positionals } = parse(words, RENDER);
  return { source: oneSource('render', positionals), compact: values['compact'] === true };
}

/** Reads the arguments of a command with one SOURCE and no options. */
export function readSource(command: CommandSpec, words: readonly string[]): string {
  return oneSource(command.name, parse(words, command).positionals);
}

/** The one SOURCE of a command. */
export function oneSource(command: string, [source, second]: readonly string[]): string {
  if (source === undefined) throw new UsageError(`${command} takes a SOURCE: a .tf file, FILE#ADDRESS or a .json file`);
  if (second !== undefined) throw new UsageError(`${command} takes one SOURCE, not '${second}' as well`);
  return source;
}

export interface RulesOptions {
  readonly ruleId: string | null;
  readonly format: 'text' | 'json';
}

/** Reads the arguments of `rules`. */
export function readRulesOptions(words: readonly string[]): RulesOptions {
  const { values, positionals } = parse(words, RULES);
  const [ruleId, second] = positionals;
  if (second !== undefined) throw new UsageError(`rules takes one rule id, not '${second}' as well`);
  if (ruleId !== undefined) requireRule(ruleId);
  return { ruleId: ruleId ?? null, format: oneOf('--format', String(values['format']), ['text', 'json']) };
}

/** The text of an option; null when it is not given. */
export function optional(value: ParsedWords['values'][string]): string | null {
  return value === undefined ? null : String(value);
}

function readRules(assignments: readonly string[]): RuleSettings {
  const rules: Record<string, Severity | 'off'> = {};
  for (const assignment of assignments) {
    const [id = '', severity, ...rest] = assignment.split('=');
    if (severity === undefined || rest.length > 0) {
      throw new UsageError(`--rule takes ID=SEVERITY, such as syntax=warning or syntax=off, not '${assignment}'`);
    }
    requireRule(id);
    rules[id] = oneOf(`--rule ${id}`, severity, [...SEVERITIES, 'off'] as const);
  }
  return rules;
}

function requireRule(id: string): void {
  const ids = CHECKS.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const renamed = renamedRule(id);
  if (renamed !== undefined) throw new UsageError(`'${id}' is now called '${renamed}'`);
  const near = nearestName(id, ids);
  const hint = near === undefined ? "'terraform-ecr rules' lists them" : `did you mean '${near}'?`;
  throw new UsageError(`there is no rule '${id}'; ${hint}`);
}

/** The allowed word that a value equals. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const near = nearestName(value, allowed);
  const hint = near === undefined ? '' : `; did you mean '${near}'?`;
  throw new UsageError(`${option} takes ${allowed.join(', ')}, not '${value}'${hint}`);
}

/** The whole number, 0 or more, that a value spells. */
export function wholeNumber(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${option} takes a whole number of 0 or more, not '${value}'`);
  return Number(value);
}
