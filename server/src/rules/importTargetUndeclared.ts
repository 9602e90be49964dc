import type { Fix } from '../ecr/change.ts';
import type { ImportBlock } from '../ecr/importBlock.ts';
import { REPOSITORY_TYPE } from '../ecr/repository.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { attributeOf } from '../module/declarations.ts';
import type { RecordingScope } from '../module/recordingScope.ts';
import { placeOf } from '../syntax/place.ts';
import type { ImportCheck } from './rule.ts';
import type { ImportedResource } from './support/importedResource.ts';
import { importedResource } from './support/importedResource.ts';

export const importTargetUndeclared: ImportCheck = {
  subject: 'import',
  id: 'import-target-undeclared',
  title: 'The target of an import block has no resource block',
  severity: 'error',
  *check(block, scope) {
    const { declaration, to } = block;
    const target = importedResource(block);
    if (to === null || target === null) return;
    // A provider may only be named where configuration is to be generated.
    const generates = attributeOf(declaration.block, 'provider') !== undefined;
    if (generates || scope.ask((module) => module.isOpen || module.blocks(target.address).length > 0)) return;
    yield {
      place: placeOf(declaration.source, to.value),
      message: `This module has no resource block ${target.address}; the plan fails ("Configuration for import target does not exist"), unless it is run with -generate-config-out.`,
      fixes: createBlock(block, target, scope),
    };
  },
};

/** A repository with the name that is imported; of other types too little is known. */
function createBlock({ declaration, id }: ImportBlock, target: ImportedResource, scope: RecordingScope): Fix[] {
  if (target.type !== REPOSITORY_TYPE || target.key !== null || id === null) return [];
  const value = new Evaluator(scope).evaluate({ source: declaration.source, expression: id.value });
  if (value.kind !== 'string') return [];
  const name = { name: 'name', value: { kind: 'literal', value: value.value } } as const;
  const block = { type: 'resource', labels: [target.type, target.name], arguments: [name], blocks: [] };
  return [
    {
      title: `Add the resource ${target.address}`,
      kind: 'choice',
      changes: [{ kind: 'add-block', declaration, block }],
    },
  ];
}
