import type { TagEntry } from '../../../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { PushStream } from '../../../../../server/src/simulate/time/pushStream.ts';

/** The maximum number of kinds of pushes that are suggested. */
const MOST_FIRST = 3;

/** A larger number of images a day is considered a typo. */
const MOST_A_DAY = 100_000;

/** Suggested pushes for a policy: some images a day for each of its first rules. */
export function firstStreams(rules: readonly SimulatedRule[]): readonly PushStream[] {
  const own = rules.filter(({ storageClass }) => storageClass === 'standard').map(({ requirement }) => requirement);
  const lists = own.map((requirement) => {
    if (requirement.kind === 'tagged') return requirement.entries.map(tagOf);
    return requirement.kind === 'any' ? ['build-*'] : [];
  });
  const texts = [...new Set(lists.map((tags) => tags.join(',')))].slice(0, MOST_FIRST);
  return texts.map((text) => ({ perDay: 5, tags: tagsIn(text), bytes: null }));
}

function tagOf({ kind, text }: TagEntry): string {
  return kind === 'prefix' ? `${text}*` : text;
}

/** The tags in the reader's input, separated by commas or spaces. */
export function tagsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((tag) => tag !== ''))];
}

/** The images a day in the reader's input; null when it is not a valid number. */
export function perDayIn(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) || number < 0 || number > MOST_A_DAY ? null : number;
}

/** The streams saved with the view; null when they are unusable. */
export function readStreams(kept: unknown): readonly PushStream[] | null {
  if (!Array.isArray(kept)) return null;
  const streams = kept.flatMap((one: unknown): PushStream[] => {
    if (typeof one !== 'object' || one === null || !('perDay' in one) || !('tags' in one)) return [];
    const { perDay, tags } = one;
    const isUsable = typeof perDay === 'number' && perDayIn(String(perDay)) !== null && Array.isArray(tags);
    return isUsable ? [{ perDay, tags: tags.filter((tag) => typeof tag === 'string'), bytes: null }] : [];
  });
  return streams.length < kept.length ? null : streams;
}
