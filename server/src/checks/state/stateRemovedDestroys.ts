import type { Fix } from '../../ecr/edits/change.ts';
import { declaredAt } from '../../ecr/state/declaredInstances.ts';
import { isGoneWithRepositories, REPOSITORIES } from '../../ecr/state/goneModules.ts';
import type { StateBlock, StateEnd, WholeModule } from '../../ecr/state/stateBlocks.ts';
import { readStateBlock } from '../../ecr/state/stateBlocks.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';

export const stateRemovedDestroys: BlockCheck = {
  subject: 'block',
  id: 'state-removed-destroys',
  title: 'A removed block destroys the repository, with its images',
  severity: 'warning',
  *check(declaration, scope) {
    const block = readStateBlock(declaration, scope);
    const address = block?.kind === 'removed' ? block.from?.address : null;
    if (block === null || declaration.block.damaged || saysDestroy(block)) return;
    // OpenTofu forgets the object when `destroy` is missing.
    if (isOfTofu(scope) !== false) return;
    const lost = address?.kind === 'whole-module' ? lostModule(address, scope) : lostRepository(address, scope);
    if (lost === null) return;
    yield {
      place: placeOf(declaration.source, declaration.block.type),
      message: `Add lifecycle { destroy = false } to forget ${lost.kept}: without it Terraform destroys ${lost.destroyed} if force_delete is set. Write destroy = true if that is intended.`,
      fixes: destroyFixes(block, lost.name),
    };
  },
};

/** The words for what a block would destroy. */
interface Lost {
  readonly name: string;
  readonly kept: string;
  readonly destroyed: string;
}

/** A resource that is still declared is rejected anyway, as is an address with a key. */
function lostRepository(address: StateEnd['address'] | undefined, scope: RecordingScope): Lost | null {
  if (address?.kind !== 'address' || !REPOSITORIES.includes(address.type)) return null;
  const declared = declaredAt(address, scope);
  const isThere = declared !== 'undeclared' && declared !== 'unknown';
  if (isThere || address.key !== null || address.hasRoot) return null;
  return {
    name: 'repository',
    kept: 'the repository and keep it',
    destroyed: 'the repository, with its images',
  };
}

/** The call is gone, and only the list of the last `terraform init` says what its module held. */
function lostModule({ modules }: WholeModule, scope: RecordingScope): Lost | null {
  if (modules.some(({ key }) => key !== null) || !isGoneWithRepositories(modules, scope)) return null;
  return {
    name: 'module',
    kept: "the module's repositories and keep them",
    destroyed: 'them, with their images',
  };
}

function saysDestroy({ declaration: { block } }: StateBlock): boolean {
  return blocksOf(block.body).some(
    (nested) =>
      (nested.type.text === 'lifecycle' && attributeOf(nested, 'destroy') !== undefined) ||
      nested.type.text === 'dynamic',
  );
}

function destroyFixes({ declaration }: StateBlock, name: string): Fix[] {
  const [lifecycle] = blocksOf(declaration.block.body).filter(({ type }) => type.text === 'lifecycle');
  return [false, true].map((value) => {
    const term = { kind: 'literal', value } as const;
    const block = { type: 'lifecycle', labels: [], arguments: [{ name: 'destroy', value: term }], blocks: [] };
    return {
      title: value ? 'Set destroy = true to confirm that it is destroyed' : `Keep the ${name} and forget it only`,
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
