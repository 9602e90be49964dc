import type { BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import { meantItem } from '../../ecr/blocks/meantName.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { ArgumentFact } from '../../facts/provider/resourceSchema.ts';
import type { ArgumentsCheck } from '../check.ts';
import { missingInputs } from '../support/callInputs.ts';

export const argumentMissing: ArgumentsCheck = {
  subject: 'arguments',
  id: 'argument-missing',
  title: 'Missing argument',
  severity: 'error',
  judgesCloudControl: true,
  *check({ fact, body }) {
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

/** The missing required arguments, except those that another argument replaces. */
function missingIn({ fact, block }: BlockBody): readonly ArgumentFact[] {
  const written = block.body.items.map((item) => (item.kind === 'Attribute' ? item.name.text : item.type.text));
  const known = new Set([...fact.arguments, ...fact.blocks].map(({ name }) => name));
  const meant = written.filter((name) => !known.has(name)).map((name) => meantItem(name, fact));
  return fact.arguments.filter(({ name, required }) => required && !written.includes(name) && !meant.includes(name));
}

/** The first sentence of a documentation text, to follow a colon. */
function asClause(documentation: string): string {
  const [sentence = documentation] = /^.*?[.:](?=\s|$)/s.exec(documentation.replaceAll(/[`*]/g, '')) ?? [];
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/:$/, '.')}`;
}
