import type { BlockArgument, BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { judgeEach } from '../../ecr/blocks/judgedValues.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { repositoryNameArguments } from '../../ecr/repository/repositoryNameArguments.ts';
import { addressForm, nameFlaw } from '../../ecr/repository/repositoryNames.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { STRING } from '../../evaluate/values/types.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { printNumber } from '../../facts/printNumber.ts';
import type { TextFact } from '../../facts/provider/resourceSchema.ts';
import { REPOSITORY_NAME_TEXT } from '../../facts/provider/texts.ts';
import { isEditable } from '../../syntax/tree/mappedText.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { outcomeOf } from '../support/outcome.ts';

/** Arguments and blocks with checks of their own. */
const SPECIFIC: ReadonlySet<string> = new Set([
  'encryption_configuration',
  'image_tag_mutability',
  'image_tag_mutability_exclusion_filter',
]);

/** Longer texts are not repeated in messages, nor compared with patterns. */
const QUOTED_LIMIT = 64;
const MATCHED_LIMIT = 4096;

/** With more values than this, none is offered as a fix. */
const OFFERED = 4;

export const argumentValue: ArgumentsCheck = {
  subject: 'arguments',
  id: 'argument-value',
  title: 'The provider or AWS rejects the value of an argument',
  severity: 'error',
  judgesCloudControl: true,
  *check(block) {
    // The checks of policies report values inside a policy, in every spelling.
    if (block.fact.type !== POLICY_DOCUMENT_TYPE) yield* checkBody(block, block.body);
  },
};

function* checkBody(block: EcrBlock, body: BlockBody): Iterable<Finding> {
  for (const argument of body.arguments) {
    if (SPECIFIC.has(argument.fact.name)) continue;
    for (const finding of checkArgument(block, body, argument)) {
      // A block without instances is planned but never sent to AWS.
      if (finding.isOfValidate === true || !block.isNever) yield finding;
    }
  }
  for (const { fact, bodies } of body.blocks) {
    if (!SPECIFIC.has(fact.name)) for (const nested of bodies) yield* checkBody(block, nested);
  }
}

function checkArgument(block: EcrBlock, body: BlockBody, argument: BlockArgument): Iterable<Finding> {
  return judgeEach(argument.value, function* (value) {
    if (value.kind === 'list') {
      yield* checkItems(argument, value);
      for (const item of value.items) yield* checkText(block, body, argument, item);
    } else yield* checkText(block, body, argument, value);
  });
}

function* checkItems({ fact }: BlockArgument, list: Value & { kind: 'list' }): Iterable<Finding> {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = fact.items ?? {};
  const count = list.items.length;
  const isTooFew = count < minimum && !list.open;
  if (!isTooFew && count <= maximum) return;
  const limit = isTooFew ? `at least ${minimum}` : `at most ${maximum}`;
  yield {
    place: list.place,
    message: `${fact.name} has ${count} items but takes ${limit}; the plan fails.`,
    isOfValidate: true,
  };
}

function* checkText(block: EcrBlock, body: BlockBody, argument: BlockArgument, given: Value): Iterable<Finding> {
  const { fact } = argument;
  const value = convert(given, STRING);
  if (value.kind !== 'string') return;
  const values = fact.hasOtherValues === true ? undefined : fact.values?.map((known) => known.value);
  const dependent = fact.dependentValues && valuesBeside(body, fact.dependentValues);
  if (dependent !== undefined && dependent !== null) yield* checkDependent(block, argument, value, dependent);
  else if (fact.dependentValues === undefined && values !== undefined && !values.includes(value.value)) {
    yield {
      place: value.place,
      message: `${quoted(value.value)} is not a valid ${fact.name}; the provider accepts ${values.join(', ')}.`,
      fixes: fixesFor(value, values),
      isOfValidate: true,
    };
  }
  if (fact.text === undefined || isToldElsewhere(block, argument, value)) return;
  const flaw = flawOf(fact.text, value.value);
  if (flaw === null) return;
  yield {
    place: value.place,
    message: `${quoted(value.value)} ${flaw}, and ${fact.name} takes ${fact.text.words}; ${outcomeOf(block, fact.text.refusedBy)}.`,
    isOfValidate: fact.text.refusedBy === 'provider',
    ...(fact.text.isUnsure === true ? { severity: 'warning' } : {}),
  };
}

/** The values allowed for the other argument's value; null when that value is unknown. */
function valuesBeside(
  body: BlockBody,
  { argument, values }: NonNullable<BlockArgument['fact']['dependentValues']>,
): { readonly of: string; readonly values: readonly string[]; readonly all: readonly string[] } | null {
  const other = body.arguments.find(({ fact }) => fact.name === argument)?.value;
  const found = other?.kind === 'string' ? lookUp(values, other.value) : undefined;
  return other?.kind !== 'string' || found === undefined
    ? null
    : { of: other.value, values: found, all: Object.values(values).flat() };
}

function* checkDependent(
  block: EcrBlock,
  { fact }: BlockArgument,
  value: StringValue,
  beside: NonNullable<ReturnType<typeof valuesBeside>>,
): Iterable<Finding> {
  if (beside.values.includes(value.value)) return;
  const isKnown = beside.all.includes(value.value);
  // The provider accepts some values that AWS has removed; they are not recommended.
  const offered = fact.values?.map((known) => known.value).filter((known) => beside.values.includes(known)) ?? [];
  yield {
    place: value.place,
    message: `${quoted(value.value)} is not allowed with ${beside.of}, which takes ${offered.join(', ')}; ${outcomeOf(block, isKnown ? 'AWS' : 'provider')}.`,
    fixes: fixesFor(value, offered),
    isOfValidate: !isKnown,
  };
}

/**
 * An ARN or a URL where the name of a repository is needed has a check of its own, with the name as its fix. A name that
 * comes from the repository itself is reported there.
 */
function isToldElsewhere({ declaration, body }: EcrBlock, { fact, attribute }: BlockArgument, value: StringValue) {
  const { piece, start } = value.place;
  const isHere = piece === body.source.piece && start >= attribute.start && start < attribute.end;
  if (fact.role === 'repository-name' && !isHere) {
    return textOf(placeOf(body.source, attribute.value)).includes(`${REPOSITORY_TYPE}.`);
  }
  return repositoryNameArguments(declaration).includes(attribute) && addressForm(value.value) !== null;
}

/** What is wrong with a text, as the middle of a sentence; null when nothing is. */
function flawOf(fact: TextFact, text: string): string | null {
  const { pattern, minimum = 0, maximum = Number.POSITIVE_INFINITY } = fact;
  // The provider counts bytes and AWS counts characters: only what is wrong for both is reported.
  const length = [...text].length;
  if (length > maximum) return `is longer than ${printNumber(maximum)} characters`;
  if (new TextEncoder().encode(text).length < minimum) return `is shorter than ${minimum} characters`;
  if (pattern === undefined || text.length > MATCHED_LIMIT || pattern.test(text)) return null;
  return (fact === REPOSITORY_NAME_TEXT ? nameFlaw(text) : null) ?? 'does not fit';
}

function quoted(text: string): string {
  return text.length > QUOTED_LIMIT ? 'This text' : JSON.stringify(text);
}

function fixesFor(value: StringValue, values: readonly string[]): Fix[] {
  const { place, expression, mapped, value: text } = value;
  if (!isEditable(mapped, 0, text.length)) return [];
  const nearest = nearestName(text, values) ?? (values.length === 1 ? values[0] : undefined);
  const offered = nearest === undefined ? values.slice(0, OFFERED) : [nearest];
  return offered.map((literal) => ({
    title: `Change it to ${literal}`,
    kind: nearest === undefined ? 'choice' : 'one',
    changes: [
      {
        kind: 'replace-expression',
        source: { uri: place.uri, piece: place.piece },
        expression,
        term: { kind: 'literal', value: literal },
      },
    ],
  }));
}
