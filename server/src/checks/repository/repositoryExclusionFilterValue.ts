import type { Fix } from '../../ecr/edits/change.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { EXCLUSION_FILTER_BLOCK, FILTER_TYPES } from '../../facts/repository/repositoryArguments.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { Finding, RepositoryCheck } from '../check.ts';

const MAXIMUM_LENGTH = 128;
const MAXIMUM_WILDCARDS = 2;
const FORBIDDEN = /[^a-zA-Z0-9._*-]/u;
const TYPES: readonly string[] = FILTER_TYPES.map(({ value }) => value);

export const repositoryExclusionFilterValue: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-exclusion-filter-value',
  title: 'Invalid exclusion filter, or too many',
  severity: 'error',
  *check({ filters: { bodies, sure } }) {
    const { maximum } = EXCLUSION_FILTER_BLOCK;
    for (const body of bodies) {
      for (const { fact, value } of body.arguments) {
        yield* fact.name === 'filter' ? checkPattern(value) : checkType(value);
      }
    }
    const tooMany = maximum === null ? undefined : sure[maximum];
    if (tooMany !== undefined) {
      yield {
        place: tooMany.header,
        message: `There are ${sure.length} exclusion filters; the provider takes at most ${maximum} ("Too many image_tag_mutability_exclusion_filter blocks").`,
      };
    }
  },
};

function* checkPattern(value: Value): Iterable<Finding> {
  if (value.kind !== 'string' && value.kind !== 'partial-string') return;
  const flaw = patternFlaw(value.mapped.text);
  if (flaw !== null) yield { place: value.place, message: flaw };
}

/** What the provider rejects in a pattern, as far as the known parts prove it. */
function patternFlaw(text: string): string | null {
  const known = text.replaceAll(HOLE, '');
  if (text === '' || known.length > MAXIMUM_LENGTH) return `A filter has 1 to ${MAXIMUM_LENGTH} characters.`;
  const character = FORBIDDEN.exec(known)?.[0];
  if (character !== undefined) {
    return `A filter cannot contain ${JSON.stringify(character)}; the plan fails ("must contain only letters, numbers, and special characters (._*-)").`;
  }
  if (known.split('*').length - 1 <= MAXIMUM_WILDCARDS) return null;
  return 'A filter has at most two *; the plan fails ("can contain a maximum of 2 wildcards (*)"). Write several filters instead.';
}

function* checkType(value: Value): Iterable<Finding> {
  if (value.kind !== 'string' || TYPES.includes(value.value)) return;
  const types = TYPES.join(', ');
  yield {
    place: value.place,
    message: `"${value.value}" is not a valid filter_type; the provider accepts only ${types}, in upper case.`,
    fixes: TYPES.map((type) => replacement(value, type)),
  };
}

function replacement({ place, expression }: Value, type: string): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const term = { kind: 'literal', value: type } as const;
  return {
    title: `Change it to ${type}`,
    kind: 'one',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
