import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { StorageClass } from '../../facts/lifecycle/ruleValues.ts';
import type { Say } from '../../syntax/shown/say.ts';
import { inEnglish } from '../../syntax/shown/say.ts';
import type { PushStream } from './pushStream.ts';

/** How many days the images of a stream stay in each storage class: Infinity for forever, NaN when unknown. */
export interface Lifetime {
  readonly stream: PushStream;
  readonly claimedBy: SimulatedRule | null;
  readonly standard: number;
  readonly archive: number;
  readonly gap: string | null;
}

/** A run comes within a day after an image qualifies. */
const RUN_DELAY = 1;

/** Represents a number that differs for each image, and that only `*` matches. */
const ANY_NUMBER = '\u0000';

/** Numbers that are tried when it is uncertain that each one gives the same result. */
const TRIED_NUMBERS = Array.from({ length: 200 }, (_, index) => String(index));

/** How long the images of each stream last, in the order of the streams. */
export function lifetimesOf(
  rules: readonly SimulatedRule[],
  streams: readonly PushStream[],
  say: Say = inEnglish,
): Lifetime[] {
  const ordered = byPriority(rules);
  const claims = streams.map((stream) => ({ stream, claimant: claimantOf(ordered, 'standard', stream) }));
  const days = new Map<PushStream, number>();
  for (const { stream, claimant } of claims) if (claimant === null) days.set(stream, Number.POSITIVE_INFINITY);
  for (const { stream, claimant } of claims) if (claimant === 'depends') days.set(stream, Number.NaN);
  for (const rule of ordered) {
    const own = claims.filter(({ claimant }) => claimant === rule).map(({ stream }) => stream);
    const standard = own.length === 0 ? 0 : daysUnder(rule, own, streams, days);
    for (const stream of own) days.set(stream, standard);
  }
  return claims.map(({ stream, claimant }) =>
    lifetimeOf(ordered, stream, claimant, days.get(stream) ?? Number.NaN, say),
  );
}

function lifetimeOf(
  rules: readonly SimulatedRule[],
  stream: PushStream,
  claimant: SimulatedRule | null | 'depends',
  standard: number,
  say: Say,
): Lifetime {
  const name = nameOf(stream, say);
  if (claimant === 'depends' || Number.isNaN(standard)) {
    const gap = say('which rule {0} belong to depends on the numbers in their tags', name);
    return { stream, claimedBy: null, standard: Number.NaN, archive: 0, gap };
  }
  if (claimant === null)
    return { stream, claimedBy: null, standard, archive: 0, gap: say('no rule matches {0}', name) };
  if (claimant.action === 'expire') return { stream, claimedBy: claimant, standard, archive: 0, gap: null };
  const second = claimantOf(rules, 'archive', stream);
  if (second === 'depends') {
    const gap = say('which rule archived {0} belong to depends on the numbers in their tags', name);
    return { stream, claimedBy: claimant, standard, archive: Number.NaN, gap };
  }
  const archive = second === null ? Number.POSITIVE_INFINITY : second.countNumber + RUN_DELAY;
  const gap = second === null ? say('no rule expires {0} from the archive', name) : null;
  return { stream, claimedBy: claimant, standard, archive, gap };
}

/** The rule that images of a stream belong to once their moving tags have moved on. */
function claimantOf(
  rules: readonly SimulatedRule[],
  storageClass: StorageClass,
  stream: PushStream,
): SimulatedRule | null | 'depends' {
  for (const rule of rules) {
    if (rule.storageClass !== storageClass) continue;
    const answer = selects(rule, stream);
    if (answer !== false) return answer ? rule : 'depends';
  }
  return null;
}

/**
 * How long images last under their rule. A count is reached when all streams that the rule selects have brought enough
 * images that still exist; images of an earlier rule count as long as they last.
 */
function daysUnder(
  rule: SimulatedRule,
  own: readonly PushStream[],
  streams: readonly PushStream[],
  days: ReadonlyMap<PushStream, number>,
): number {
  if (countTypeFact(rule.countType).countsDays) return rule.countNumber + RUN_DELAY;
  const others = streams.filter((stream) => !own.includes(stream) && selects(rule, stream) !== false);
  const isDoubtful = (stream: PushStream) => selects(rule, stream) === null || Number.isNaN(days.get(stream));
  if (others.some(isDoubtful)) return Number.NaN;
  const present = (time: number) =>
    own.reduce((total, { perDay }) => total + perDay * time, 0) +
    others.reduce((total, stream) => total + stream.perDay * Math.min(time, days.get(stream) ?? time), 0);
  if (own.every(({ perDay }) => perDay <= 0)) return Number.POSITIVE_INFINITY;
  let [early, late] = [0, 1];
  while (present(late) < rule.countNumber) late *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (early + late) / 2;
    if (present(middle) < rule.countNumber) early = middle;
    else late = middle;
  }
  return late + RUN_DELAY;
}

/** Whether a rule selects images of a stream; null when that depends on the numbers in their tags. */
function selects({ requirement }: SimulatedRule, { tags }: PushStream): boolean | null {
  const lasting = tags.filter((tag) => tag.includes('*'));
  const meets = (number: string) =>
    meetsRequirement(
      requirement,
      lasting.map((tag) => tag.replaceAll('*', number)),
    );
  if (meets(ANY_NUMBER)) return true;
  return TRIED_NUMBERS.some(meets) ? null : false;
}

function nameOf({ tags }: PushStream, say: Say): string {
  const lasting = tags.filter((tag) => tag.includes('*'));
  return lasting.length === 0 ? say('untagged images') : say('images tagged {0}', lasting.join(say(' and ')));
}
