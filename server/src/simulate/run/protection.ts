import type { Image } from '../input/image.ts';
import type { Draft } from './outcome.ts';

/**
 * Protects images that others need: an image that an index refers to stays as long as the index, and an attached
 * artifact is deleted with its image. Source: Amazon ECR user guide, "Lifecycle policies" (referenced by a manifest
 * list; reference artifacts).
 */
export function protect(outcomes: readonly Draft[]): void {
  const isNeeded = outcomes.some(
    ({ image }) => image.subject !== null || (image.children !== null && image.children.length > 0),
  );
  if (!isNeeded) return;
  const indexes = indexesByChild(outcomes);
  const attached: Draft[] = [];
  for (const outcome of outcomes) {
    const index = indexes.get(outcome.image.digest);
    if (index !== undefined) hold(outcome, index);
    else if (outcome.image.subject !== null) attached.push(outcome);
  }
  const byDigest = new Map(outcomes.map((outcome) => [outcome.image.digest, outcome]));
  const settled = new Set<Draft>();
  for (const outcome of attached) settle(outcome, byDigest, settled, indexes);
}

/** The index of the repository that refers to a digest; the first by digest when several do. */
function indexesByChild(outcomes: readonly Draft[]): Map<string, Image> {
  const found = new Map<string, Image>();
  for (const { image } of outcomes) {
    for (const child of image.children ?? []) {
      const known = found.get(child);
      if (child !== image.digest && (known === undefined || image.digest < known.digest)) found.set(child, image);
    }
  }
  return found;
}

function hold(outcome: Draft, index: Image): void {
  if (outcome.claimedBy === null || outcome.cause === 'within-count') return;
  outcome.when = null;
  outcome.verdict = 'keep';
  outcome.rule = null;
  outcome.cause = 'referenced';
  outcome.other = index;
}

/** Gives an attached artifact the verdict of its image, from the end of the chain; circles are left alone. */
function settle(
  start: Draft,
  byDigest: ReadonlyMap<string, Draft>,
  settled: Set<Draft>,
  indexes: ReadonlyMap<string, Image>,
): void {
  const chain: Draft[] = [];
  let at: Draft | undefined = start;
  while (at !== undefined && !settled.has(at) && at.image.subject !== null && !indexes.has(at.image.digest)) {
    settled.add(at);
    chain.push(at);
    at = byDigest.get(at.image.subject);
  }
  const circle = at === undefined ? -1 : chain.indexOf(at);
  const leading = circle === -1 ? chain : chain.slice(0, circle);
  for (const outcome of leading.reverse()) {
    const subject = byDigest.get(outcome.image.subject ?? '');
    if (subject !== undefined) follow(outcome, subject);
  }
}

function follow(outcome: Draft, subject: Draft): void {
  outcome.verdict = subject.verdict;
  outcome.rule = subject.rule;
  outcome.when = subject.when;
  outcome.measure = null;
  outcome.cause = 'attached';
  outcome.other = subject.image;
}
