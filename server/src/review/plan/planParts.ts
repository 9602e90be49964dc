import { isEcrType, mayBeOfEcr } from './ecrTypes.ts';
import type { ElementJudge } from './elementCatcher.ts';
import type { PlanPath } from './planScanner.ts';

/** The kind of an object in a plan. */
export type PlanPart =
  | 'change'
  | 'drift'
  | 'deferred'
  | 'output'
  | 'variable'
  | 'declaredVariable'
  | 'data'
  | 'block'
  | 'provider';

interface PartFact {
  readonly part: PlanPart;
  /** The path of keys; `*` is any key, and `**` any number of modules. */
  readonly path: readonly string[];
  readonly judge: ElementJudge;
}

const anything: ElementJudge = () => null;

/** A change of another service matters for the sensitive values in it. */
const ofEcrFirst: ElementJudge = (key, value) => {
  const isForeign =
    (key === 'type' && !isEcrType(value)) ||
    (key === 'mode' && value !== 'managed') ||
    (key === 'address' && !mayBeOfEcr(value));
  return isForeign ? 'spare' : null;
};

const ofEcr: ElementJudge = (key, value) => (ofEcrFirst(key, value) === null ? null : 'drop');

/** Changes contain the values of resources as well. */
const ofData: ElementJudge = (key, value) => (key === 'mode' && value !== 'data' ? 'drop' : 'spare');

/**
 * The parts of a plan that a review reads. Source: Terraform's documentation, "JSON output format". Read 2026-11-30.
 */
const PARTS: readonly PartFact[] = [
  { part: 'change', path: ['resource_changes', ''], judge: ofEcrFirst },
  { part: 'drift', path: ['resource_drift', ''], judge: ofEcrFirst },
  { part: 'deferred', path: ['deferred_changes', ''], judge: ofEcr },
  { part: 'output', path: ['output_changes', '*'], judge: anything },
  { part: 'variable', path: ['variables', '*'], judge: anything },
  { part: 'declaredVariable', path: ['configuration', 'root_module', 'variables', '*'], judge: anything },
  { part: 'data', path: ['prior_state', 'values', 'root_module', '**', 'resources', ''], judge: ofData },
  { part: 'block', path: ['configuration', 'root_module', '**', 'resources', ''], judge: ofEcr },
  { part: 'provider', path: ['configuration', 'provider_config', '*'], judge: anything },
];

const FOLLOWED = new Set(PARTS.map(({ path }) => path[0]));

/** True for a member of a plan that has parts. */
export function hasParts(key: string): boolean {
  return FOLLOWED.has(key);
}

/** The kind of the object at a path, and how it is judged; null for objects that are not read. */
export function planPartAt(path: PlanPath): Pick<PartFact, 'part' | 'judge'> | null {
  return PARTS.find((fact) => isAt(path, fact.path)) ?? null;
}

function isAt(path: PlanPath, expected: readonly string[]): boolean {
  const modules = expected.indexOf('**');
  if (modules === -1) return path.length === expected.length && expected.every((key, at) => isKey(path[at], key));
  const after = expected.length - modules - 1;
  return (
    path.length >= modules + after &&
    expected.slice(0, modules).every((key, at) => path[at] === key) &&
    expected.slice(modules + 1).every((key, at) => path[path.length - after + at] === key) &&
    isModules(path.slice(modules, path.length - after))
  );
}

function isKey(key: string | undefined, expected: string): boolean {
  return expected === '*' ? key !== undefined : key === expected;
}

/** The keys that lead from one module to another: `child_modules` in values, `module_calls` in code. */
function isModules(path: PlanPath): boolean {
  if (path.length === 0) return true;
  if (path[0] === 'child_modules') return isModules(path.slice(2));
  return path[0] === 'module_calls' && path[2] === 'module' && isModules(path.slice(3));
}

/** The calls on the path to a block in code, such as `module.a.module.b.`; empty in the root module. */
export function callsOn([, , ...path]: PlanPath): string {
  const names = path.filter((_, at) => at % 3 === 1 && path[at - 1] === 'module_calls');
  return names.map((name) => `module.${name}.`).join('');
}
