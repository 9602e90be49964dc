import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { importAddressOf, importedResource, repetitionAttribute } from '../../ecr/imports/importedResource.ts';
import type { DeclaredStep } from '../../ecr/imports/importTarget.ts';
import { stepsOf } from '../../ecr/imports/importTarget.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';
import type { KeyFlaw } from '../support/instanceKeys.ts';
import { keyFlawOf, keysOf } from '../support/instanceKeys.ts';

/** No more keys than this are named in a message. */
const NAMED_KEYS = 5;

export const importTargetKey: ImportCheck = {
  subject: 'import',
  id: 'import-target-key',
  title: 'Missing or unknown instance key in an import target',
  severity: 'error',
  *check(block, scope) {
    const { declaration, to } = block;
    const address = importAddressOf(block);
    if (to === null || address === null) return;
    for (const step of stepsOf(address, scope)) {
      const flaw = step.kind === 'declared' ? keyFlawOf(step, declaration, scope) : null;
      if (step.kind !== 'declared' || flaw === null) continue;
      const repetition = repetitionAttribute(step.declaration);
      const place = repetition && placeOf(step.declaration.source, repetition);
      yield {
        place: placeOf(declaration.source, to.value),
        message: describe(step, flaw),
        related: place === null ? [] : [{ place, message: 'It is repeated here.' }],
        fixes: fixesFor(block, step, flaw),
      };
      return;
    }
  },
};

const ABSENT = 'the plan fails ("Configuration for import target does not exist")';

function describe(step: DeclaredStep, flaw: KeyFlaw): string {
  const { address } = step;
  if (flaw.kind === 'needless') {
    return `${address} has neither count nor for_each, so it has no instance with a key; ${ABSENT}.`;
  }
  const text = repetitionAttribute(step.declaration)?.name.text ?? '';
  const known = namedKeys(step);
  if (flaw.kind === 'missing') {
    const told = address.startsWith('module.') ? ABSENT : `the plan fails ("The target resource is using ${text}.")`;
    return `${address} has ${text}, so one of its instances must be named; ${told}. Add its key in brackets.`;
  }
  if (flaw.kind === 'wrong-kind') {
    const kind = text === 'count' ? 'numbers' : 'strings';
    return `${address} has ${text}, so its keys are ${kind}, but ${flaw.written} is not one of them; the plan fails ("Invalid import 'to' expression").${known}`;
  }
  return `${address} has no instance ${flaw.written}; ${ABSENT}.${known}`;
}

function namedKeys(step: DeclaredStep): string {
  const keys = keysOf(step);
  if (keys === null || keys.length > NAMED_KEYS) return '';
  return keys.length === 0 ? ' It has no instances.' : ` It has ${keys.join(', ')}.`;
}

/** Fixes for a resource of the module itself; for a call, or something inside it, several keys may be intended. */
function fixesFor(block: ImportBlock, step: DeclaredStep, flaw: KeyFlaw): Fix[] {
  const target = importedResource(block);
  if (target === null) return [];
  const object = textOf(placeOf(block.declaration.source, target.object));
  if (flaw.kind === 'needless') return replacement(block, object);
  const keys = keysOf(step);
  const written = flaw.kind === 'missing' ? '' : flaw.written;
  const isCount = repetitionAttribute(step.declaration)?.name.text === 'count';
  const meant = keys === null || keys.length === 1 ? keys?.[0] : meantKey(written, keys);
  if (meant !== undefined && (flaw.kind !== 'missing' || isCount)) return replacement(block, `${object}${meant}`);
  if (flaw.kind !== 'missing') return [];
  if (isCount) return keys?.length === 0 ? [] : replacement(block, `${object}[0]`);
  const hasForEach = attributeOf(block.declaration.block, 'for_each') !== undefined;
  return hasForEach ? replacement(block, `${object}[each.key]`) : [];
}

/** The only key that differs just by quotes or a typo. */
function meantKey(written: string, keys: readonly string[]): string | undefined {
  const plain = (key: string) => key.replace(/^\["?|"?\]$/g, '');
  const same = keys.find((key) => plain(key) === plain(written));
  return same ?? keys.find((key) => plain(key) === nearestName(plain(written), keys.map(plain)));
}

function replacement({ declaration, to }: ImportBlock, text: string): Fix[] {
  if (to === null) return [];
  const term = { kind: 'reference', text } as const;
  const change = { kind: 'replace-expression', source: declaration.source, expression: to.value, term } as const;
  return [{ title: `Change it to ${text}`, kind: 'choice', changes: [change] }];
}
