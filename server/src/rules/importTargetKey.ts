import type { Fix } from '../ecr/change.ts';
import type { ImportBlock } from '../ecr/importBlock.ts';
import { attributeOf } from '../module/declarations.ts';
import { placeOf, textOf } from '../syntax/place.ts';
import type { Attribute, Expression } from '../syntax/tree.ts';
import type { ImportCheck } from './rule.ts';
import type { ImportedResource } from './support/importedResource.ts';
import { declarationAt, importedResource, repetitionAttribute } from './support/importedResource.ts';

export const importTargetKey: ImportCheck = {
  subject: 'import',
  id: 'import-target-key',
  title: 'The target of an import block lacks the key of an instance, or has one too many',
  severity: 'error',
  *check(block, scope) {
    const { declaration, to } = block;
    const target = importedResource(block);
    if (to === null || target === null) return;
    const resource = declarationAt(target.address, scope);
    if (resource === null || resource.block.damaged) return;
    const repetition = repetitionAttribute(resource);
    if ((repetition === null) === (target.key === null)) return;
    yield {
      place: placeOf(declaration.source, to.value),
      message: describe(target, repetition),
      related:
        repetition === null ? [] : [{ place: placeOf(resource.source, repetition), message: 'It is repeated here.' }],
      fixes: fixesFor(block, target, repetition, to.value),
    };
  },
};

function describe({ address }: ImportedResource, repetition: Attribute | null): string {
  if (repetition === null) {
    return `${address} has neither count nor for_each, so it has no instance with a key; the plan fails ("Configuration for import target does not exist").`;
  }
  const { text } = repetition.name;
  return `${address} has ${text}, so one of its instances must be named; the plan fails ("The target resource is using ${text}."). Add its key in brackets.`;
}

function fixesFor(block: ImportBlock, target: ImportedResource, repetition: Attribute | null, to: Expression): Fix[] {
  const { source, block: body } = block.declaration;
  const object = textOf(placeOf(source, target.object));
  if (repetition === null) return [replacement(block, to, object)];
  if (repetition.name.text === 'count') return [replacement(block, to, `${object}[0]`)];
  return attributeOf(body, 'for_each') === undefined ? [] : [replacement(block, to, `${object}[each.key]`)];
}

function replacement({ declaration }: ImportBlock, expression: Expression, text: string): Fix {
  const { source } = declaration;
  const term = { kind: 'reference', text } as const;
  return {
    title: `Change it to ${text}`,
    kind: 'choice',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
