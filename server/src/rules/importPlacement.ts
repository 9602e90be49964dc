import type { Fix } from '../ecr/change.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../module/declarations.ts';
import type { Assignment } from '../syntax/edit/term.ts';
import { placeOf, textOf } from '../syntax/place.ts';
import type { Block } from '../syntax/tree.ts';
import type { BlockCheck } from './rule.ts';

export const importPlacement: BlockCheck = {
  subject: 'block',
  id: 'import-placement',
  title: 'An import block stands where it is not taken, or has labels',
  severity: 'error',
  *check(declaration, scope) {
    const { type, labels, block, source } = declaration;
    const [label] = block.labels;
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
    if (type === 'import' && scope.ask(({ surroundings, directory }) => surroundings.isCalled(directory))) {
      yield {
        place: placeOf(source, block.type),
        message:
          'Another directory calls this one as a module, and Terraform takes import blocks in the root module only ("An import block was detected in …"). Move it to the module that is applied.',
      };
    }
    if (type !== 'resource' || !labels[0]?.startsWith('aws_ecr')) return;
    for (const nested of blocksOf(block.body).filter((inner) => inner.type.text === 'import')) {
      yield {
        place: placeOf(source, nested.type),
        message:
          'An import block stands at the top level of a file, not inside a resource; the plan fails ("Blocks of type "import" are not expected here").',
        fixes: moveOut(declaration, nested),
      };
    }
  },
};

/** The block right after the resource, aimed at it; not where an instance would have to be chosen. */
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
