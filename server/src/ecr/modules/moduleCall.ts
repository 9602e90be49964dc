import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { InputFact, KnownModule, ModuleRelease } from '../../facts/modules/knownModules.ts';
import type { InstalledCall } from '../../module/calls/installedCall.ts';
import { installedCall } from '../../module/calls/installedCall.ts';
import type { KnownCall } from '../../module/calls/knownCall.ts';
import { formIn, knownCallOf } from '../../module/calls/knownCall.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isResourceType } from '../../syntax/referenceRoots.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';
import { isOfEcr } from '../blocks/isOfEcr.ts';
import { otherCallOf } from './otherCall.ts';

/** A call of a module for ECR whose releases, or some of whose inputs, are known. */
export interface ModuleCall {
  readonly declaration: BlockDeclaration;
  readonly known: KnownModule;
  /** The releases that the call allows, oldest first; only the installed one when there is one. */
  readonly releases: readonly ModuleRelease[];
  /** Where the release is chosen; null when nothing chooses it. */
  readonly chosenBy: KnownCall['chosenBy'];
  /** The files of the module, if it is installed. */
  readonly copy: Module | null;
}

/**
 * Reads a call of a known module, or of an installed one that concerns ECR; null for other blocks and modules, and for
 * an incomplete block.
 */
export function readModuleCall(declaration: BlockDeclaration, scope: RecordingScope): ModuleCall | null {
  if (declaration.block.damaged) return null;
  const call = knownCallOf(declaration);
  const installed = installedCall(declaration, scope);
  if (call === null) {
    if (installed !== null) return callOfInstalled(declaration, installed, scope);
    const other = otherCallOf(declaration);
    return other && { declaration, ...other, copy: null };
  }
  const { known, releases, chosenBy } = call;
  if (installed === null) return { declaration, known, releases, chosenBy, copy: null };
  const exact = known.releases.filter(({ version }) => version === installed.version);
  // An installed copy takes precedence over the constraint.
  return { declaration, known, releases: exact.length > 0 ? exact : releases, chosenBy, copy: installed.module };
}

/** A module about which only its installed copy is known. */
function callOfInstalled(
  declaration: BlockDeclaration,
  { version, source, module: copy }: InstalledCall,
  scope: RecordingScope,
): ModuleCall | null {
  if (copy === null || !scope.ask(() => copy.remember(concernsEcr))) return null;
  const nothing = { registry: null, folder: '', inputs: [], outputs: [], releases: [] };
  const known: KnownModule = { ...nothing, id: 'installed', repository: source };
  const release = { version: version ?? '', date: '', terraform: null, aws: null };
  return { declaration, known, releases: [release], chosenBy: null, copy };
}

function concernsEcr(module: Module): boolean {
  return module.blocksWhich(isOfEcr).length > 0;
}

/** The argument of a call with that name. */
export function argumentOf({ declaration }: ModuleCall, name: string): Attribute | undefined {
  return attributeOf(declaration.block, name);
}

/** The value of a call's argument; null when it is not written. */
export function inputValue(call: ModuleCall, name: string, scope: RecordingScope): Value | null {
  const attribute = argumentOf(call, name);
  if (attribute === undefined) return null;
  return new Evaluator(scope).evaluate({ source: call.declaration.source, expression: attribute.value });
}

/** Whether an input turns something on: its value, or the default of the releases; null when unknown. */
export function flagOf(call: ModuleCall, name: string, scope: RecordingScope): boolean | null {
  const value = inputValue(call, name, scope);
  if (value?.kind === 'boolean') return value.value;
  if (value?.kind === 'string' && /^(true|false)$/.test(value.value)) return value.value === 'true';
  if (value !== null && value.kind !== 'null') return null;
  const defaults = new Set(call.releases.map((release) => formIn(call.known.inputs, name, release)?.fallback));
  const [only] = defaults;
  return defaults.size === 1 && (only === 'true' || only === 'false') ? only === 'true' : null;
}

/** The known text of an argument; null for other values, and when it is missing or unknown. */
export function textOfArgument(call: ModuleCall, name: string, scope: RecordingScope): string | null {
  const value = inputValue(call, name, scope);
  return value?.kind === 'string' ? value.value : null;
}

/** True when an argument is written and certain to be more than null, an empty text or an empty list. */
export function isGiven(call: ModuleCall, name: string, scope: RecordingScope): boolean {
  const value = inputValue(call, name, scope);
  switch (value?.kind) {
    case undefined:
    case 'null':
    case 'alternatives':
      return false;
    case 'unknown':
      return isAlwaysSet(argumentOf(call, name)?.value);
    case 'string':
      return value.value !== '';
    case 'list':
      return value.items.length > 0;
    case 'object':
      return value.members.length > 0;
    default:
      return true;
  }
}

/** Attributes that every resource or data source sets that has them. */
const ALWAYS_SET: ReadonlySet<string> = new Set(['arn', 'id', 'json', 'minified_json']);

/** True for a reference to an attribute that cannot be null, as a variable or an output can. */
function isAlwaysSet(expression: Expression | undefined): boolean {
  if (expression?.kind === 'Parenthesized') return isAlwaysSet(expression.expression);
  if (expression?.kind !== 'AttributeAccess' || !ALWAYS_SET.has(expression.name.text)) return false;
  const path = referencePath(expression) ?? [];
  const [type = '', ...rest] = path[0] === 'data' ? path.slice(1) : path;
  return isResourceType(type) && rest.length === 2;
}

/** True when an argument is missing or null. */
export function isLeftOut(call: ModuleCall, name: string, scope: RecordingScope): boolean {
  const value = inputValue(call, name, scope);
  return value === null || value.kind === 'null';
}

/** True for a call of a module of which only some inputs are known: others may exist. */
export function isPartial({ known: { id } }: ModuleCall): boolean {
  return id === 'other' || id === 'cloudposse-component';
}

/** The variants of an input in the allowed releases; empty when none has it. */
export function formsOf({ known, releases }: ModuleCall, name: string): readonly InputFact[] {
  return releases.flatMap((release) => formIn(known.inputs, name, release) ?? []);
}

/** True when every allowed release has the input. */
export function hasInput(call: ModuleCall, name: string): boolean {
  return formsOf(call, name).length === call.releases.length;
}
