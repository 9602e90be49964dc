import type { BlockArgument, BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { isDocumentText, isEncodedTwice } from '../../ecr/documents/encodedTwice.ts';
import type { Change } from '../../ecr/edits/change.ts';
import { failuresIn } from '../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';

/** Data sources whose `json` is a policy. */
const DOCUMENTS: readonly string[] = [POLICY_DOCUMENT_TYPE, 'aws_iam_policy_document'];

export const documentType: ArgumentsCheck = {
  subject: 'arguments',
  id: 'document-type',
  title: "Object in place of a policy's JSON text, or text encoded twice",
  severity: 'error',
  *check({ body }) {
    for (const inner of bodiesIn(body)) {
      for (const argument of inner.arguments) {
        const { role } = argument.fact;
        if (role === 'lifecycle-policy' || role === 'access-policy') yield* checkDocument(inner, argument);
      }
    }
  },
};

function* checkDocument(body: BlockBody, argument: BlockArgument): Iterable<Finding> {
  const { attribute, fact } = argument;
  const place = placeOf(body.source, attribute.value);
  if (isWholeDocument(attribute.value)) {
    yield {
      place,
      message: `${fact.name} takes JSON text: use the data source's json attribute. The plan fails with the whole data source ("string required").`,
      fixes: [{ title: 'Add .json', kind: 'one', changes: [insertion(place, 'end', '.json')] }],
      isOfValidate: true,
    };
    return;
  }
  const encoded = argumentOfEncode(attribute.value);
  if (encodedTwice(attribute.value) !== null || isTwice(argument.value)) {
    const text = encoded === null ? null : textOf(placeOf(body.source, encoded));
    yield {
      place,
      message: `${fact.name} is encoded twice: its text is already JSON, and encoding it again makes a JSON string, which AWS refuses as a policy. Encode it once.`,
      fixes:
        text === null
          ? []
          : [{ title: 'Remove jsonencode', kind: 'one', changes: [{ kind: 'replace-text', place, text }] }],
    };
    return;
  }
  const found = judgedValues(argument.value).find(({ kind }) => kind === 'object' || kind === 'list');
  // Another check reports a value that fails.
  if (found === undefined || failuresIn(found).length > 0) return;
  const kind = found.kind === 'object' ? 'object' : 'list';
  yield {
    place: found === argument.value || attribute.value.kind !== 'Conditional' ? place : found.place,
    message: `${fact.name} takes JSON text: wrap this ${kind} in jsonencode(…). Otherwise the plan fails ("string required").`,
    fixes: [
      {
        title: 'Wrap it in jsonencode',
        kind: 'one',
        changes: [insertion(place, 'start', 'jsonencode('), insertion(place, 'end', ')')],
      },
    ],
    isOfValidate: true,
  };
}

/** True when a text is known to be the JSON of a document. */
function isTwice(value: Value): boolean {
  return judgedValues(value).some((one) => {
    if (one.kind === 'string') return isEncodedTwice(one.value);
    if (one.kind !== 'encoded') return false;
    return one.encoded.kind === 'encoded' || (one.encoded.kind === 'string' && isDocumentText(one.encoded.value));
  });
}

function insertion(place: Place, edge: 'start' | 'end', text: string): Change {
  return { kind: 'replace-text', place: { ...place, start: place[edge], end: place[edge] }, text };
}

/** `data.TYPE.NAME`, without the attribute. */
function isWholeDocument(expression: Expression): boolean {
  const [root, type, name, ...others] = referencePath(expression) ?? [];
  return root === 'data' && DOCUMENTS.includes(type ?? '') && name !== undefined && others.length === 0;
}

/**
 * The value given to `jsonencode` when it is already the JSON text of a document, or another `jsonencode`; null
 * otherwise.
 */
function encodedTwice(expression: Expression): Expression | null {
  const inner = argumentOfEncode(expression);
  if (inner === null) return null;
  const path = referencePath(inner) ?? [];
  const isJson = path[0] === 'data' && DOCUMENTS.includes(path[1] ?? '') && path.length === 4 && path[3] === 'json';
  return isJson || argumentOfEncode(inner) !== null ? inner : null;
}

function argumentOfEncode(expression: Expression): Expression | null {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== 'jsonencode') return null;
  const [argument, ...others] = expression.arguments;
  return argument === undefined || others.length > 0 ? null : argument;
}
