import type { AttributeAccess, Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { Module } from '../module.ts';
import type { LocalDeclaration } from './declarations.ts';

/** A reference from one local to the next of a cycle. */
export interface CycleStep {
  readonly from: LocalDeclaration;
  readonly reference: AttributeAccess;
  readonly to: LocalDeclaration;
}

/**
 * The cycles of a module's locals, each once, as the references around it, starting with the one in the local that
 * comes last in text order. Call it through `Module.remember`.
 */
export function localCycles(module: Module): readonly (readonly CycleStep[])[] {
  const declared = module.allLocals();
  const order = new Map(declared.map((local, index) => [local, index]));
  const finished = new Set<LocalDeclaration>();
  const cycles: CycleStep[][] = [];
  for (const start of declared) {
    const way: CycleStep[] = [];
    const entered = new Map<LocalDeclaration, number>();
    const stack: { local: LocalDeclaration; steps: readonly CycleStep[]; next: number }[] = [];
    const enter = (local: LocalDeclaration) => {
      entered.set(local, stack.length);
      stack.push({ local, steps: stepsFrom(module, local), next: 0 });
    };
    if (!finished.has(start)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = top.steps[top.next];
      top.next += 1;
      if (step === undefined) {
        finished.add(top.local);
        entered.delete(top.local);
        stack.pop();
        way.pop();
        continue;
      }
      const depth = entered.get(step.to);
      if (depth !== undefined) cycles.push(beginningAtLast([...way.slice(depth), step], order));
      else if (!finished.has(step.to)) {
        way.push(step);
        enter(step.to);
      }
    }
  }
  return cycles;
}

function beginningAtLast(cycle: readonly CycleStep[], order: ReadonlyMap<LocalDeclaration, number>): CycleStep[] {
  const ranks = cycle.map(({ from }) => order.get(from) ?? 0);
  const last = ranks.indexOf(ranks.reduce((one, other) => Math.max(one, other), 0));
  return [...cycle.slice(last), ...cycle.slice(0, last)];
}

/** The references in a local's text stay valid as long as its piece. */
const references = new WeakMap<LocalDeclaration, readonly AttributeAccess[]>();

function stepsFrom(module: Module, from: LocalDeclaration): readonly CycleStep[] {
  const known = references.get(from) ?? localsMentionedIn(from.attribute.value);
  references.set(from, known);
  return known.flatMap((reference) => {
    const to = module.localDeclaration(reference.name.text);
    return to === null ? [] : [{ from, reference, to }];
  });
}

function localsMentionedIn(expression: Expression): readonly AttributeAccess[] {
  const found: AttributeAccess[] = [];
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'AttributeAccess' && node.object.kind === 'Variable' && node.object.name.text === 'local') {
      found.push(node);
    }
    for (const child of childrenOf(node)) pending.push(child);
  }
  return found;
}
