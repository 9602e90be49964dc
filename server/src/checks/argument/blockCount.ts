import type { BlockBody, NestedBlocks } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import { meantItem } from '../../ecr/blocks/meantName.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import { EXCLUSION_FILTER_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';

export const blockCount: ArgumentsCheck = {
  subject: 'arguments',
  id: 'block-count',
  title: 'Too few or too many nested blocks',
  severity: 'error',
  isShownOnKnownCalls: true,
  *check({ fact, body }) {
    for (const inner of bodiesIn(body)) {
      for (const nested of inner.blocks) {
        // `policy-missing-key` and `policy-rule-count` report what a policy lacks.
        if (fact.type !== POLICY_DOCUMENT_TYPE) yield* tooFew(inner, nested);
        yield* tooMany(nested);
        yield* labelled(nested);
      }
    }
  },
};

function* tooFew(body: BlockBody, { fact, bodies, open }: NestedBlocks): Iterable<Finding> {
  const { block, header, name } = body;
  if (fact.isRequired !== true || bodies.length > 0 || open || block.damaged || isMeant(body, fact.name)) return;
  yield {
    place: header,
    message: `${name} needs a ${fact.name} block; the plan fails ("Insufficient ${fact.name} blocks").`,
    isOfValidate: true,
  };
}

/** True when another name, or an argument of the same name, replaces the block. */
function isMeant({ fact, block }: BlockBody, name: string): boolean {
  const known = new Set([...fact.arguments, ...fact.blocks].map((inner) => inner.name));
  const written = block.body.items.map((item) => (item.kind === 'Attribute' ? item.name.text : item.type.text));
  return written.some((word) => word === name || (!known.has(word) && meantItem(word, fact) === name));
}

function* tooMany({ fact, sure }: NestedBlocks): Iterable<Finding> {
  // A dedicated check knows more about these.
  if (fact.name === EXCLUSION_FILTER_BLOCK.name) return;
  const maximum = fact.maximum ?? Number.POSITIVE_INFINITY;
  const surplus = sure[maximum];
  if (surplus === undefined) return;
  const begin = `There are ${sure.length} ${fact.name} blocks`;
  if (fact.ignoresOthers === true) {
    yield {
      place: surplus.header,
      severity: 'warning',
      message: `${begin}, and only the first counts. Remove this one.`,
    };
    return;
  }
  yield {
    place: surplus.header,
    message: `${begin}, and at most ${maximum} are allowed; the plan fails ("Too many ${fact.name} blocks").`,
    isOfValidate: true,
  };
}

function* labelled({ fact, bodies }: NestedBlocks): Iterable<Finding> {
  for (const { source, block } of bodies) {
    const [label] = block.labels;
    if (label === undefined || block.type.text !== fact.name) continue;
    yield {
      place: placeOf(source, label),
      message: `A ${fact.name} block takes no label; the plan fails ("Extraneous label").`,
      fixes: [
        {
          title: 'Remove the label',
          kind: 'choice',
          changes: [{ kind: 'remove-labels', declaration: { source, block } }],
        },
      ],
      isOfValidate: true,
    };
  }
}
