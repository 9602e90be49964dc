import type { PolicyNode } from '../../../ecr/documents/documentNodes.ts';
import { readHcl } from '../../../ecr/documents/spelling/hcl/readValue.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import type { Expression, ObjectExpression, TupleExpression } from '../../../syntax/tree/tree.ts';
import type { Point } from '../point.ts';
import type { PolicySpelling } from './cursorSpelling.ts';
import { HCL_SPELLING } from './cursorSpelling.ts';
import type { CompletionContext } from './policyCursor.ts';
import { EMPTY_CONTEXT } from './policyCursor.ts';

/** The context collected on the way down to the cursor. */
export interface Way {
  readonly object: ObjectExpression | null;
  readonly rule: ObjectExpression | null;
  readonly rules: TupleExpression | null;
  readonly spelling: PolicySpelling;
}

export const START: Way = { object: null, rule: null, rules: null, spelling: HCL_SPELLING };

/** The surroundings passed on the way, as far as readable. */
export function surroundingsOf(
  { module, source }: Point,
  vocabulary: Vocabulary,
  { object, rule, rules }: Way,
): CompletionContext {
  const read = (expression: Expression | null): PolicyNode | null => {
    if (expression === null) return null;
    return readHcl(new Evaluator(questionScope(module)).evaluate({ source, expression }), vocabulary);
  };
  const [objectNode, ruleNode, rulesNode] = [read(object), read(rule), read(rules)];
  return {
    ...EMPTY_CONTEXT,
    object: objectNode?.kind === 'object' ? objectNode : null,
    rule: ruleNode?.kind === 'object' ? ruleNode : null,
    rules: rulesNode?.kind === 'list' ? rulesNode.items : [],
  };
}

/** How keys are written in this object, or further out (`outer`) when it has none to show it. */
export function habitIn(object: ObjectExpression, { offset, text }: Point, outer: PolicySpelling): PolicySpelling {
  const example = object.items.find(
    ({ key, operator }) => operator !== null && (offset < key.start || offset > key.end),
  );
  if (example?.operator == null) return outer;
  const isColon = text.charAt(example.operator.start) === ':';
  const before = text.slice(example.key.end, example.operator.start) === '' ? '' : ' ';
  return { ...outer, quotesKeys: example.key.kind === 'Template', operator: isColon ? `${before}: ` : ' = ' };
}
