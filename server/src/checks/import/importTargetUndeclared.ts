import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import type { ImportedResource } from '../../ecr/imports/importedResource.ts';
import { importAddressOf, importedResource } from '../../ecr/imports/importedResource.ts';
import type { UndeclaredStep } from '../../ecr/imports/importTarget.ts';
import { stepsOf } from '../../ecr/imports/importTarget.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';

export const importTargetUndeclared: ImportCheck = {
  subject: 'import',
  id: 'import-target-undeclared',
  title: 'The target of an import block is not declared',
  severity: 'error',
  *check(block, scope) {
    const { declaration, to } = block;
    const address = importAddressOf(block);
    if (to === null || address === null) return;
    // A provider may be named only when configuration is to be generated.
    if (attributeOf(declaration.block, 'provider') !== undefined) return;
    const missing = stepsOf(address, scope).find((step) => step.kind === 'undeclared');
    if (missing?.kind !== 'undeclared') return;
    const target = importedResource(block);
    yield {
      place: placeOf(declaration.source, to.value),
      message: describe(missing, address.key === null),
      fixes: target === null ? [] : createBlock(block, target, scope),
    };
  },
};

function describe({ address, within }: UndeclaredStep, mayBeWritten: boolean): string {
  const where = within === null ? 'This module' : `The module that ${within} calls`;
  if (address.startsWith('module.')) {
    return `${where} has no call ${address}; the plan fails ("Configuration for import target does not exist"). Name an existing call, or add it.`;
  }
  const said = `${where} has no resource block ${address}; the plan fails ("Configuration for import target does not exist")`;
  return within === null && mayBeWritten
    ? `${said}, unless it is run with -generate-config-out, which writes the block. Add the block, or use that option.`
    : `${said}. Name an existing resource.`;
}

/** A repository with the imported name; too little is known about other types. */
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
