import type { Fix } from '../../ecr/edits/change.ts';
import { concernsEcr } from '../../ecr/imports/importConcern.ts';
import { IMPORT_IN_MODULES_SINCE } from '../../facts/imports/importArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectories } from '../../module/moduleCalls.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByConstraints } from '../../module/versions/support.ts';
import { terraformRequirement } from '../../module/versions/versionRequirement.ts';
import type { Assignment } from '../../syntax/edit/term.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Block } from '../../syntax/tree/tree.ts';
import type { BlockCheck, Finding } from '../check.ts';
import { raiseFixes } from '../support/tooNew.ts';

export const importPlacement: BlockCheck = {
  subject: 'block',
  id: 'import-placement',
  title: 'Import block where none is allowed, or with labels',
  severity: 'error',
  *check(declaration, scope) {
    const { type, labels, block, source } = declaration;
    const [label] = block.labels;
    if (type === 'import' && !concernsEcr(declaration, scope)) return;
    if (type === 'import' && label !== undefined) {
      yield {
        place: placeOf(source, label),
        message: 'An import block has no labels ("No labels are expected for import blocks"); its target is `to`.',
        fixes: [
          {
            title: block.labels.length === 1 ? 'Remove the label' : 'Remove the labels',
            kind: 'choice',
            changes: [{ kind: 'remove-labels', declaration }],
          },
        ],
      };
    }
    if (type === 'import') yield* checkModule(declaration, scope);
    if (type !== 'resource' || !labels[0]?.startsWith('aws_ecr')) return;
    for (const nested of blocksOf(block.body).filter((inner) => inner.type.text === 'import')) {
      yield {
        place: placeOf(source, nested.type),
        message:
          'An import block belongs at the top level of a file, not inside a resource; the plan fails ("Blocks of type "import" are not expected here").',
        fixes: moveOut(declaration, nested),
      };
    }
  },
};

type Placement = 'refused' | 'refused-by-caller' | 'refused-by-tofu' | 'unsure' | 'taken';

const MESSAGES: Readonly<Record<Exclude<Placement, 'taken'>, string>> = {
  refused: `Another directory calls this one as a module. Terraform accepts import blocks in called modules from ${IMPORT_IN_MODULES_SINCE} on, and required_version admits no such release ("An import block was detected in …"). Move it to the module that is applied, or ask for ${IMPORT_IN_MODULES_SINCE} or newer.`,
  'refused-by-caller': `Another directory calls this one as a module. Terraform accepts import blocks in called modules from ${IMPORT_IN_MODULES_SINCE} on, and the required_version there admits no such release ("An import block was detected in …"). Move it to the module that is applied.`,
  'refused-by-tofu':
    'Another directory calls this one as a module, and OpenTofu accepts import blocks only in the root module ("An import block was detected in …"). Move it to the module that is applied.',
  unsure: `Another directory calls this one as a module. Terraform accepts import blocks there from ${IMPORT_IN_MODULES_SINCE} on; older releases and OpenTofu refuse them ("An import block was detected in …"). Move it to the module that is applied, or ask for ${IMPORT_IN_MODULES_SINCE} or newer.`,
};

/** An import block in a module that other modules call. */
function* checkModule({ block, source }: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  if (!scope.ask(({ environment, directory }) => environment.isCalled(directory))) return;
  const placement = scope.ask(placementIn);
  if (placement === 'taken') return;
  const place = placeOf(source, block.type);
  const requirement = placement === 'refused' || placement === 'unsure' ? terraformRequirement(scope) : null;
  const fixes = requirement === null ? [] : raiseFixes(requirement, releaseOf(IMPORT_IN_MODULES_SINCE));
  yield { place, message: MESSAGES[placement], severity: placement === 'unsure' ? 'hint' : 'error', fixes };
}

/** Whether the engine that the module and its callers require accepts import blocks in a called module. */
function placementIn(module: Module): Placement {
  const callers = module.environment.modules.filter((other) => other.remember(calledDirectories).has(module.directory));
  const scopes = [module, ...callers].map((one) => new RecordingScope(one));
  if (scopes.some((one) => isOfTofu(one) === true)) return 'refused-by-tofu';
  const shares = scopes.map((one) => {
    const requirement = terraformRequirement(one);
    return requirement && supportByConstraints(requirement, releaseOf(IMPORT_IN_MODULES_SINCE))?.share;
  });
  if (shares.slice(1).includes('none')) return 'refused-by-caller';
  if (shares[0] === 'none') return 'refused';
  return shares.includes('all') ? 'taken' : 'unsure';
}

/** The resource's import block, when it directly follows and no instance would have to be chosen. */
function moveOut(declaration: BlockDeclaration, nested: Block): Fix[] {
  const { block, source, address } = declaration;
  const isRepeated = attributeOf(block, 'count') !== undefined || attributeOf(block, 'for_each') !== undefined;
  const written = attributesOf(nested.body).map(
    ({ name, value }): Assignment => ({
      name: name.text,
      value: { kind: 'reference', text: textOf(placeOf(source, value)) },
    }),
  );
  const hasTarget = written.some(({ name }) => name === 'to');
  if (nested.damaged || blocksOf(nested.body).length > 0 || (isRepeated && !hasTarget)) return [];
  const target: Assignment[] = hasTarget ? [] : [{ name: 'to', value: { kind: 'reference', text: address } }];
  const moved = { type: 'import', labels: [], arguments: [...target, ...written], blocks: [] };
  return [
    {
      title: 'Move it out of the resource',
      kind: 'choice',
      changes: [
        { kind: 'remove-nested-block', declaration, block: nested },
        { kind: 'add-block', declaration, block: moved },
      ],
    },
  ];
}
