import type { Fix } from '../../ecr/edits/change.ts';
import { declaredAt } from '../../ecr/state/declaredInstances.ts';
import type { StateBlock } from '../../ecr/state/stateBlocks.ts';
import { readStateBlock } from '../../ecr/state/stateBlocks.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';

/** Types whose objects hold images. */
const REPOSITORIES = ['aws_ecr_repository', 'aws_ecrpublic_repository', 'awscc_ecr_repository'];

export const stateRemovedDestroys: BlockCheck = {
  subject: 'block',
  id: 'state-removed-destroys',
  title: 'A removed block destroys the repository, with its images',
  severity: 'warning',
  *check(declaration, scope) {
    const block = readStateBlock(declaration, scope);
    const address = block?.kind === 'removed' ? block.from?.address : null;
    if (block === null || address?.kind !== 'address' || !REPOSITORIES.includes(address.type)) return;
    if (declaration.block.damaged || address.key !== null || address.hasRoot || saysDestroy(block)) return;
    // OpenTofu forgets the object when `destroy` is missing. A resource that is still declared is rejected anyway.
    const declared = declaredAt(address, scope);
    if (isOfTofu(scope) !== false || (declared !== 'undeclared' && declared !== 'unknown')) return;
    yield {
      place: placeOf(declaration.source, declaration.block.type),
      message:
        'Add lifecycle { destroy = false } to forget the repository and keep it: without it Terraform destroys the repository, with its images if force_delete is set. Write destroy = true if that is intended.',
      fixes: destroyFixes(block),
    };
  },
};

function saysDestroy({ declaration: { block } }: StateBlock): boolean {
  return blocksOf(block.body).some(
    (nested) =>
      (nested.type.text === 'lifecycle' && attributeOf(nested, 'destroy') !== undefined) ||
      nested.type.text === 'dynamic',
  );
}

function destroyFixes({ declaration }: StateBlock): Fix[] {
  const [lifecycle] = blocksOf(declaration.block.body).filter(({ type }) => type.text === 'lifecycle');
  return [false, true].map((value) => {
    const term = { kind: 'literal', value } as const;
    const block = { type: 'lifecycle', labels: [], arguments: [{ name: 'destroy', value: term }], blocks: [] };
    return {
      title: value ? 'Set destroy = true to confirm that it is destroyed' : 'Keep the repository and forget it only',
      kind: 'choice',
      changes: [
        lifecycle === undefined
          ? { kind: 'add-nested-block', declaration, block }
          : {
              kind: 'set-argument',
              declaration: { source: declaration.source, block: lifecycle },
              name: 'destroy',
              term,
            },
      ],
    };
  });
}
