import type { BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import { meantItem } from '../../ecr/blocks/meantName.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { ArgumentFact } from '../../facts/provider/resourceSchema.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { asPlainText } from '../../syntax/shown/markdown.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Block } from '../../syntax/tree/tree.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { missingInputs } from '../support/callInputs.ts';

export const argumentMissing: ArgumentsCheck = {
  subject: 'arguments',
  id: 'argument-missing',
  title: 'Missing argument',
  severity: 'error',
  isShownOnKnownCalls: true,
  judgesCloudControl: true,
  *check({ fact, body }) {
    yield* missingInDynamic(body.source, body.block);
    // Missing policy keys are reported by `policy-missing-key`, in every spelling.
    if (fact.type === POLICY_DOCUMENT_TYPE) return;
    for (const inner of bodiesIn(body)) {
      if (inner.block.damaged) continue;
      for (const argument of missingIn(inner)) {
        yield {
          place: inner.header,
          message: `${inner.name} needs ${argument.name}: ${asClause(argument.documentation)} The plan fails without it ("Missing required argument").`,
          isOfValidate: true,
        };
      }
    }
  },
  checkCall: missingInputs,
};

/** What Terraform requires in a `dynamic` block and is missing. */
function* missingInDynamic(source: PieceInFile, block: Block): Iterable<Finding> {
  if (block.damaged) return;
  for (const inner of blocksOf(block.body)) {
    yield* missingInDynamic(source, inner);
    if (inner.type.text !== 'dynamic' || inner.damaged || inner.labels.length !== 1) continue;
    const header = placeOf(source, { start: inner.type.start, end: inner.labels[0]?.end ?? inner.type.end });
    if (attributeOf(inner, 'for_each') === undefined) {
      yield {
        place: header,
        message:
          'A dynamic block needs for_each, the collection that it repeats; the plan fails without it ("Missing required argument").',
        isOfValidate: true,
      };
    }
    if (!blocksOf(inner.body).some(({ type }) => type.text === 'content')) {
      yield {
        place: header,
        message:
          'A dynamic block needs a content block, the body of each repeated block; the plan fails without it ("Missing dynamic content block").',
        isOfValidate: true,
      };
    }
  }
}

/** The missing required arguments, except those that another argument replaces. */
function missingIn({ fact, block }: BlockBody): readonly ArgumentFact[] {
  const written = block.body.items.map((item) => (item.kind === 'Attribute' ? item.name.text : item.type.text));
  const known = new Set([...fact.arguments, ...fact.blocks].map(({ name }) => name));
  const meant = written.filter((name) => !known.has(name)).map((name) => meantItem(name, fact));
  return fact.arguments.filter(({ name, required }) => required && !written.includes(name) && !meant.includes(name));
}

/** The first sentence of a documentation text, to follow a colon. */
function asClause(documentation: string): string {
  const [sentence = documentation] = /^.*?[.:](?=\s|$)/s.exec(asPlainText(documentation)) ?? [];
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/:$/, '.')}`;
}
