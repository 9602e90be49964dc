import type { BlockArgument, BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import { judgeEach, typeOfArgument } from '../../ecr/blocks/judgedValues.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { failuresIn } from '../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import { ARGUMENT_TYPE_WORDS } from '../../facts/provider/resourceSchema.ts';
import { attributesOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { wronglyTypedInputs } from '../support/callInputs.ts';

export const argumentType: ArgumentsCheck = {
  subject: 'arguments',
  id: 'argument-type',
  title: 'Wrong type of an argument',
  severity: 'error',
  isShownOnKnownCalls: true,
  *check(block, scope) {
    const isDocument = block.fact.type === POLICY_DOCUMENT_TYPE;
    for (const body of bodiesIn(block.body)) {
      for (const argument of body.arguments) {
        const value = argument.value;
        // A null in a policy document is reported as a missing key.
        if (value.kind === 'null' && argument.fact.required && !isDocument) yield nullValue(body, argument);
        else yield* wrongType(argument);
      }
    }
    yield* computedAttributes(block, scope);
  },
  checkCall: wronglyTypedInputs,
};

function nullValue({ source, name }: BlockBody, { fact, attribute, value }: BlockArgument): Finding {
  const isHere = value.place.piece === source.piece;
  return {
    place: isHere ? value.place : placeOf(source, attribute.value),
    message: `${name} needs ${fact.name}, and null counts as absent: the plan fails ("Missing required argument"). Give it a value.`,
    isOfValidate: true,
  };
}

function* wrongType({ fact, value }: BlockArgument): Iterable<Finding> {
  const type = typeOfArgument(fact.type);
  if (type === null || isDocumentValue(fact.role, value)) return;
  yield* judgeEach(value, function* (option) {
    if (option.kind === 'null' || failuresIn(option).length > 0) return;
    for (const { place } of failuresIn(convert(option, type)).slice(0, 1)) {
      yield {
        place,
        message: `${fact.name} takes ${ARGUMENT_TYPE_WORDS[fact.type]}, but this is ${describe(option)}; the plan fails ("Incorrect attribute value type").`,
        isOfValidate: true,
      };
    }
  });
}

/** What `document-type` reports. */
function isDocumentValue(role: BlockArgument['fact']['role'], { kind }: Value): boolean {
  const isText = role === 'lifecycle-policy' || role === 'access-policy';
  return isText && (kind === 'object' || kind === 'list' || kind === 'alternatives');
}

function describe(value: Value): string {
  switch (value.kind) {
    case 'object':
      return value.form === 'map' ? 'a map' : 'an object';
    case 'list':
      return value.form === 'set' ? 'a set' : 'a list';
    case 'boolean':
      return 'a bool';
    case 'number':
      return 'a number';
    case 'string':
      return value.value.length > 40 ? 'a string' : `the string ${JSON.stringify(value.value)}`;
    default:
      return 'another value';
  }
}

/** Attributes that AWS alone decides on. */
function* computedAttributes({ fact, body }: EcrBlock, scope: RecordingScope): Iterable<Finding> {
  const { source, block } = body;
  const given = new Set(fact.attributes?.filter(({ isSettable }) => isSettable !== true).map(({ name }) => name));
  for (const { name, value: expression } of attributesOf(block.body)) {
    if (!given.has(name.text) || fact.arguments.some((argument) => argument.name === name.text)) continue;
    const { kind } = new Evaluator(scope).evaluate({ source, expression });
    if (kind === 'null' || kind === 'unknown' || kind === 'alternatives') continue;
    yield {
      place: placeOf(source, name),
      message: `AWS decides on ${name.text}; the plan fails ("Value for unconfigurable attribute"). Leave it out.`,
      isOfValidate: true,
    };
  }
}
