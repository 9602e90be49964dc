import { lookUp } from '../../facts/lookUp.ts';
import { RENAMED_OUTPUTS } from '../../facts/modules/moduleTraps.ts';
import { knownCallOf } from '../../module/calls/knownCall.ts';
import { append } from '../../module/declarations/lists.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { nearestName } from '../nearestName.ts';
import type { Flaw, Mend } from './flaw.ts';
import type { NamedBlock } from './namedBlock.ts';
import { isDeclaredAt, namedBlock } from './namedBlock.ts';
import type { Path, Step } from './reference.ts';
import type { Reference } from './referencesIn.ts';

/** Terraform's word for something undeclared. */
const SUMMARIES = {
  var: 'Reference to undeclared input variable',
  local: 'Reference to undeclared local value',
  module: 'Reference to undeclared module',
  resource: 'Reference to undeclared resource',
} as const;

/** First words of references that users confuse. */
const MEANT_ROOTS: Readonly<Record<string, string>> = {
  locals: 'local',
  variable: 'var',
  variables: 'var',
  vars: 'var',
  modules: 'module',
};

/** What a reference names although the module does not declare it; null when it does or may. */
export function undeclaredFlaw(reference: Reference, scope: RecordingScope): Flaw | null {
  const { root, steps } = reference;
  if (root.name.text === 'self') return reference.hasSelf ? null : foreignSelf(reference);
  if (reference.base !== undefined || scope.ask((module) => module.isOpen)) return null;
  if (steps.length === 0) return bareWord(reference, scope);
  if (root.name.text === 'var' || root.name.text === 'local') return undeclaredName(reference, scope);
  const named = namedBlock(reference);
  if (named === null) return null;
  if (!isDeclaredAt(named.address, scope)) return undeclaredBlock(reference, named, scope);
  return named.blockType === 'module' ? undeclaredOutput(reference, named, scope) : null;
}

function foreignSelf({ root }: Path): Flaw {
  const message =
    'self is known only in provisioner, connection and postcondition blocks; Terraform stops with "Invalid "self" reference". Name the block or what is meant.';
  return { kind: 'undeclared', range: root, message, isStatic: true };
}

/** A single name is read as a resource type. */
function bareWord({ root }: Path, scope: RecordingScope): Flaw {
  const word = root.name.text;
  const declared = [
    ...(isDeclaredAt(`variable.${word}`, scope) ? [`var.${word}`] : []),
    ...(scope.ask((module) => module.hasLocal(word)) ? [`local.${word}`] : []),
  ];
  const [only, ...others] = declared;
  const meant = others.length === 0 ? only : undefined;
  const advice = meant === undefined ? `Write var.${word}, local.${word} or a text in quotes` : `Write ${meant}`;
  return {
    kind: 'undeclared',
    range: root,
    message: `${advice}: a bare name is read as a resource type, and Terraform stops with "Invalid reference".`,
    isStatic: true,
    ...(meant !== undefined && { mend: { title: `Use ${meant}`, kind: 'one', range: root, text: meant } }),
  };
}

function undeclaredName({ root, steps: [step] }: Path, scope: RecordingScope): Flaw | null {
  if (step?.kind !== 'attribute') return null;
  const name = step.name.text;
  const word = root.name.text === 'var' ? 'var' : 'local';
  const isDeclared = word === 'var' ? isDeclaredAt(`variable.${name}`, scope) : scope.ask((one) => one.hasLocal(name));
  if (isDeclared) return null;
  const other = word === 'var' ? 'local' : 'var';
  const isOther = other === 'var' ? isDeclaredAt(`variable.${name}`, scope) : scope.ask((one) => one.hasLocal(name));
  const meant = isOther ? undefined : nearestName(name, namesOf(scope, word === 'var' ? 'variable.' : null));
  const text = isOther ? `${other}.${name}` : meant && `${word}.${meant}`;
  const what = word === 'var' ? 'variable' : 'local';
  return {
    kind: 'undeclared',
    range: step.expression,
    message: `This module declares no ${what} ${name}; Terraform stops with "${SUMMARIES[word]}". ${advice(text)}`,
    isStatic: true,
    ...(text !== undefined && { mend: useInstead(step.expression, text) }),
  };
}

function advice(meant: string | undefined): string {
  return meant === undefined ? 'Declare it, or name another.' : `The nearest is ${meant}.`;
}

function useInstead(range: Mend['range'], text: string): Mend {
  return { title: `Use ${text}`, kind: 'one', range, text };
}

function undeclaredBlock({ root }: Path, named: NamedBlock, scope: RecordingScope): Flaw {
  const { blockType, type, address, expression } = named;
  const summary = blockType === 'module' ? SUMMARIES.module : SUMMARIES.resource;
  const range = { start: root.start, end: expression.end };
  const root_ = lookUp(MEANT_ROOTS, type);
  const meant = meantAddress(named, scope) ?? (root_ === undefined ? undefined : `${root_}.${named.name}`);
  return {
    kind: 'undeclared',
    range,
    message: `This module declares no ${address}; Terraform stops with "${summary}". ${advice(meant)}`,
    isStatic: true,
    ...(meant !== undefined && { mend: useInstead(range, meant) }),
  };
}

/** The declared address that a reference most likely means. */
function meantAddress({ blockType, type, name }: NamedBlock, scope: RecordingScope): string | undefined {
  const prefixes = blockType === 'module' ? ['module.'] : [`${type}.`, `data.${type}.`, `ephemeral.${type}.`];
  const own = blockType === 'resource' ? prefixes[0] : prefixes.find((prefix) => prefix.startsWith(blockType));
  const same = prefixes.find((prefix) => isDeclaredAt(`${prefix}${name}`, scope));
  if (same !== undefined) return `${same}${name}`;
  if (own === undefined) return undefined;
  const near = nearestName(name, namesOf(scope, own));
  return near === undefined ? undefined : `${own}${near}`;
}

/** Names declared with a prefix; the locals for null. */
function namesOf(scope: RecordingScope, prefix: string | null): readonly string[] {
  return scope
    .ask((module) => declaredNames(module, prefix))
    .split(' ')
    .filter((name) => name !== '');
}

/** The same as one text, with spaces between the names: edits of other blocks leave it as it is. */
function declaredNames(module: Module, prefix: string | null): string {
  return (prefix === null ? module.remember(localNames) : module.remember(namesByPrefix).get(prefix)) ?? '';
}

function localNames(module: Module): string {
  return module
    .allLocals()
    .map(({ name }) => name)
    .join(' ');
}

/** The names of blocks by what their addresses begin with, such as `var.` or `data.aws_ecr_repository.`. */
function namesByPrefix(module: Module): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>();
  for (const { address } of module.allBlocks()) {
    const prefix = /^(?:(?:data|ephemeral)\.)?[^.]*\./.exec(address)?.[0];
    if (prefix !== undefined) append(names, prefix, address.slice(prefix.length));
  }
  return new Map([...names].map(([prefix, list]) => [prefix, list.join(' ')]));
}

/** An output that a called module does not have. */
function undeclaredOutput({ isGuarded }: Reference, { address, rest }: NamedBlock, scope: RecordingScope): Flaw | null {
  const step = outputStep(rest);
  const outputs = step === null || isGuarded ? null : outputsOf(address, scope);
  if (step === null || outputs === null || outputs.includes(step.name.text)) return null;
  const renamed = renamedOutput(address, step.name.text, scope);
  const isRenamed = renamed !== undefined && outputs.includes(renamed);
  const meant = isRenamed ? renamed : nearestName(step.name.text, outputs);
  const tail = meant === undefined ? listed(outputs) : `${isRenamed ? 'It is now' : 'The nearest is'} ${meant}.`;
  return {
    kind: 'undeclared',
    range: step.name,
    message: `${address} has no output "${step.name.text}"; Terraform stops with "Unsupported attribute". ${tail}`,
    isStatic: true,
    isEvaluated: true,
    ...(meant !== undefined && { mend: useInstead(step.name, meant) }),
  };
}

/** The present name of an output that a known module renamed. */
function renamedOutput(address: string, output: string, scope: RecordingScope): string | undefined {
  const call = scope.block(address);
  const known = call && knownCallOf(call)?.known;
  return known ? lookUp(RENAMED_OUTPUTS[known.id] ?? {}, output) : undefined;
}

function listed(outputs: readonly string[]): string {
  if (outputs.length === 0) return 'That module has no outputs.';
  return outputs.length > 5 ? 'Declare it there, or name another.' : `It has ${outputs.join(', ')}.`;
}

/** The first attribute after a call, without its key. */
function outputStep(rest: readonly Step[]): (Step & { kind: 'attribute' }) | null {
  const [first, second] = rest;
  const step = first?.kind === 'index' || first?.kind === 'splat' ? second : first;
  return step?.kind === 'attribute' ? step : null;
}

/**
 * The names of the outputs of the module that a call names; null when not all are known. For several releases of a
 * known module, any of them may be used.
 */
function outputsOf(address: string, scope: RecordingScope): readonly string[] | null {
  const call = scope.block(address);
  const directories = call === null ? [] : scope.directoriesOf(call);
  const names = scope.ask(({ environment }) => {
    const called = directories.map((directory) => environment.moduleAt(directory));
    const isWhole = called.every((one) => one !== undefined && !one.isOpen && !one.mayBeOverridden);
    if (called.length === 0 || !isWhole) return null;
    return called.flatMap((one) => (one === undefined ? [] : declaredNames(one, 'output.').split(' '))).join(' ');
  });
  return names === null ? null : [...new Set(names.split(' '))].filter((name) => name !== '');
}
