import { isOfEcr } from '../../ecr/blocks/isOfEcr.ts';
import { blockCycles } from '../../ecr/references/blockCycles.ts';
import type { CycleStep } from '../../module/declarations/cycles.ts';
import { localCycles } from '../../module/declarations/cycles.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectories, calledDirectory } from '../../module/moduleCalls.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck, Finding } from '../check.ts';

export const referenceCycle: BlockCheck = {
  subject: 'block',
  id: 'reference-cycle',
  title: 'Locals or modules refer to themselves',
  severity: 'error',
  coversLocals: true,
  *check(declaration, scope) {
    if (declaration.type === 'locals') yield* cyclesOfLocals(declaration, scope);
    else if (declaration.type === 'module') yield* cyclesOfModules(declaration, scope);
    else if (isOfEcr(declaration)) yield* cyclesOfBlocks(declaration, scope);
  },
};

/** Blocks that depend on each other, or on themselves. */
function* cyclesOfBlocks({ address }: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const cycleIn = (module: Module) => {
    const found = [...module.remember(blockCycles)].find(([block]) => block.address === address);
    return found?.[1] ?? null;
  };
  const names = scope.ask(
    (module) =>
      cycleIn(module)
        ?.map(({ from }) => from)
        .join(' ') ?? null,
  );
  const cycle = names === null ? null : cycleIn(scope.module);
  const [first, ...others] = cycle ?? [];
  if (first === undefined) return;
  // Its places are those of the current pieces.
  scope.ask(({ version }) => version);
  const way = others.map(({ from }) => from).join(' and ');
  yield {
    place: first.edge.place,
    message:
      way === ''
        ? `${address} refers to itself; the plan fails ("Self-referential block"). Remove the reference, or write the value itself.`
        : `${address} refers to itself through ${way}; Terraform stops with "Cycle". Remove one of the references.`,
    related: others.map(({ from, edge }) => ({ place: edge.place, message: `${from} refers to ${edge.to}` })),
  };
}

function* cyclesOfLocals({ source }: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  if (scope.ask((module) => module.remember(localCycles).length) === 0) return;
  scope.ask(({ version }) => version);
  for (const cycle of scope.module.remember(localCycles)) {
    const [first, ...others] = cycle;
    if (first === undefined || first.from.source.piece !== source.piece) continue;
    yield {
      place: placeOf(source, first.reference),
      message: `${describe(cycle)}; Terraform stops with "Cycle". Remove one of the references.`,
      related: others.map(({ from, reference }) => ({
        place: placeOf(from.source, reference),
        message: `local.${from.name} refers to local.${reference.name.text}`,
      })),
    };
  }
}

function describe(cycle: readonly CycleStep[]): string {
  const [first, ...others] = cycle.map(({ from }) => `local.${from.name}`);
  return others.length === 0
    ? `${first} refers to itself`
    : `${first} refers to itself through ${others.join(' and ')}`;
}

/** A module that reaches itself through calls with relative paths. */
function* cyclesOfModules(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { directory } = scope.module;
  const called = calledDirectory(declaration, directory);
  const path = attributeOf(declaration.block, 'source')?.value;
  if (called === null || path === undefined || !scope.ask((module) => leadsTo(module, called, directory))) return;
  yield {
    place: placeOf(declaration.source, path),
    message:
      'The module that is called here calls this one again, so Terraform never finishes reading it. Call another module.',
  };
}

function leadsTo({ environment }: RecordingScope['module'], from: string, to: string): boolean {
  const seen = new Set<string>();
  const pending = [from];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    if (directory === to) return true;
    if (seen.has(directory)) continue;
    seen.add(directory);
    for (const called of environment.moduleAt(directory)?.remember(calledDirectories) ?? []) pending.push(called);
  }
  return false;
}
