import {
  FORBIDDEN_IN_NAME,
  REPOSITORY_NAME_MAXIMUM,
  REPOSITORY_NAME_MINIMUM,
  SEPARATOR_AT_EDGE,
  SEPARATORS_TOGETHER,
} from '../../facts/repository/nameGrammar.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';

/**
 * What is wrong with a repository name, to end a sentence about it; null for a valid one. A `HOLE` may be any text, so
 * a name with holes is only judged by what they cannot change.
 */
export function nameFlaw(name: string): string | null {
  const known = name.replaceAll(HOLE, '');
  const forbidden = FORBIDDEN_IN_NAME.exec(known)?.[0];
  if (forbidden !== undefined) return forbiddenFlaw(known, forbidden);
  if (known.length > REPOSITORY_NAME_MAXIMUM) return `is longer than ${REPOSITORY_NAME_MAXIMUM} characters`;
  if (known === name && name.length < REPOSITORY_NAME_MINIMUM) {
    return `is shorter than ${REPOSITORY_NAME_MINIMUM} characters`;
  }
  const edge = SEPARATOR_AT_EDGE.exec(name);
  if (edge !== null) return `${edge.index === 0 ? 'begins' : 'ends'} with ${JSON.stringify(edge[0])}`;
  const together = SEPARATORS_TOGETHER.exec(name)?.[0];
  return together === undefined ? null : `has ${JSON.stringify(together)} in it`;
}

function forbiddenFlaw(name: string, character: string): string {
  if (/[A-Z]/.test(character)) return 'has capitals';
  const [whole = character] = name.slice(name.indexOf(character));
  return whole === ' ' ? 'has a space' : `has ${JSON.stringify(whole)} in it`;
}

/** The valid name most similar to an invalid one, or null when none can be derived. */
export function nearestRepositoryName(written: string): string | null {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9._/-]+/g, '-')
    .replace(/[._/-]{2,}/g, mergeSeparators)
    .replace(/^[._/-]+|[._/-]+$/g, '');
  return nameFlaw(name) === null ? name : null;
}

/** One separator in place of several that no name may combine. */
function mergeSeparators(separators: string): string {
  if (!SEPARATORS_TOGETHER.test(separators)) return separators;
  return separators.includes('/') ? '/' : '-';
}

const ARN = /^arn:.*:repository\/(.+)$/s;
const URL = /^(?:https?:\/\/)?[^/]*\.dkr[.-]ecr[^/]*\.[a-z]+\/(.+?)(?::[^/:]*|@sha256:[0-9a-f]+)?$/;

const PUBLIC_URL = /^(?:https?:\/\/)?public\.ecr\.aws\/[^/]+\/(.+?)(?::[^/:]*|@sha256:[0-9a-f]+)?$/;

/** The name in the URL of a public repository; null for another text. It is also a valid private name. */
export function nameInPublicUrl(text: string): string | null {
  return PUBLIC_URL.exec(text)?.[1] ?? null;
}

/** What a text is if not a name, as far as its known parts prove it; null for a possible name. */
export function addressForm(text: string): 'an ARN' | 'a URL' | null {
  if (text.startsWith('arn:')) return 'an ARN';
  return URL.test(text) || /^https?:\/\//.test(text) ? 'a URL' : null;
}

/** The repository's name in its ARN or URL (without tag or digest), or null when unknown. */
export function nameInAddress(text: string): string | null {
  const name = ARN.exec(text)?.[1] ?? URL.exec(text)?.[1] ?? null;
  return name !== null && !name.includes(HOLE) && nameFlaw(name) === null ? name : null;
}
