import type { AccessPolicy } from '../../ecr/documents/access/accessPolicy.ts';
import type { Capability } from '../../ecr/documents/access/decision/capabilities.ts';
import { capabilitiesOf } from '../../ecr/documents/access/decision/capabilities.ts';
import { statementsOf } from '../../ecr/documents/access/decision/statementsOf.ts';
import { openActions } from '../../ecr/documents/access/openness.ts';
import { listed } from '../../ecr/sentenceParts.ts';
import type { Finding } from '../findings/finding.ts';
import { finding } from '../findings/finding.ts';
import type { RepositoriesOfPlan } from '../findings/repositoriesOfPlan.ts';
import type { AccessChange } from './accessChanges.ts';
import type { Gain } from './accessGains.ts';
import { gainsOf } from './accessGains.ts';
import { readAccessText } from './accessText.ts';
import { gainSentences, sideWords } from './gainWords.ts';

/** Two policies of one repository; null means none. */
interface Sides {
  readonly before: AccessPolicy | null;
  readonly after: AccessPolicy | null;
}

/** Who gains access when a policy changes, and who loses it. */
export function accessFindings(access: AccessChange, repositories: RepositoriesOfPlan): readonly Finding[] {
  const { change, target, isUnknown } = access;
  // A repository keeps its policy when it moves.
  if (change.action === 'delete' && repositories.isOfGone(change)) return [];
  const sides = sidesOf(access);
  if (isUnknown || sides === null) return [];
  const leaves = target !== 'registry' && change.action === 'replace' && repositories.goesElsewhere(change);
  // The repository that gets a policy had no access from it before, and the one that loses it has none any more.
  const widened = widenedFinding(access, leaves ? { ...sides, before: null } : sides, repositories);
  const narrowed = narrowedFinding(access, leaves ? { ...sides, after: null } : sides, leaves);
  return [...one(widened), ...one(narrowed)];
}

function one(found: Finding | null): readonly Finding[] {
  return found === null ? [] : [found];
}

/** Both sides, if both can be read. */
function sidesOf({ before, after, target }: AccessChange): Sides | null {
  const [old, now] = [before, after].map((text) => (text === null ? null : readAccessText(text, target)));
  if ((before !== null && !old) || (after !== null && !now)) return null;
  return { before: old ?? null, after: now ?? null };
}

function gainsBetween({ before, after }: Sides, { target }: AccessChange): readonly Gain[] {
  const statements = [before, after].map((policy) => (policy === null ? [] : statementsOf(policy)));
  return gainsOf(statements[0] ?? [], statements[1] ?? [], capabilitiesOf(target));
}

function widenedFinding(access: AccessChange, sides: Sides, repositories: RepositoriesOfPlan): Finding | null {
  const { change, target } = access;
  const gains = gainsBetween(sides, access);
  if (gains.length === 0) return null;
  const forAll = capabilitiesOf(target).filter(
    (capability) => isOpenFor(sides.after, capability) && !isOpenFor(sides.before, capability),
  );
  const isNew = target !== 'registry' && repositories.isForCreated(change);
  const severity = forAll.length > 0 ? 'error' : isNew ? 'info' : 'warning';
  const because = wordsOf(access, sides);
  if (access.isSensitive) {
    return finding(
      change.address,
      'access-widened',
      severity,
      'The policy lets somebody in who was not let in before.',
      { because },
    );
  }
  const giving = sides.after === null ? [] : statementsOf(sides.after);
  const sentences = gainSentences(gains, giving, 'may now');
  const everyone =
    forAll.length > 0 ? [`Everyone with an AWS account may now ${listed(forAll.map(({ does }) => does))}.`] : [];
  const told = sentences.filter((sentence) => everyone.length === 0 || !sentence.startsWith('Everyone in AWS may'));
  const message = [...everyone, ...told, ...denialWords(gains, 'no longer denied')].join(' ');
  return finding(change.address, 'access-widened', severity, message, { because });
}

function narrowedFinding(access: AccessChange, sides: Sides, leaves: boolean): Finding | null {
  const losses = gainsBetween({ before: sides.after, after: sides.before }, access);
  if (losses.length === 0) return null;
  const { change, repositoryBefore } = access;
  const because = wordsOf(access, sides);
  const where = leaves ? ` of ${repositoryBefore ?? 'the old repository'}` : '';
  if (access.isSensitive) {
    return finding(change.address, 'access-narrowed', 'info', `The policy${where} no longer lets somebody in.`, {
      because,
    });
  }
  const giving = sides.before === null ? [] : statementsOf(sides.before);
  const message = [
    ...gainSentences(
      losses,
      giving,
      `may${leaves ? `, in ${repositoryBefore ?? 'the old repository'},` : ''} no longer`,
    ),
    ...denialWords(losses, 'denied now'),
  ].join(' ');
  return finding(change.address, 'access-narrowed', 'info', message, { because });
}

/** The changes in denials, unless something allows the same. */
function denialWords(gains: readonly Gain[], becomes: string): readonly string[] {
  const does = [...new Set(gains.flatMap(({ capability, isByDenial }) => (isByDenial ? capability.does : [])))];
  if (does.length === 0) return [];
  const what = listed(does, 'or');
  return [
    `To some, to ${what} is ${becomes}: that counts for those of the registry's own account, whom their own policies may allow it.`,
  ];
}

function wordsOf({ isSensitive }: AccessChange, { before, after }: Sides): readonly string[] {
  if (isSensitive) return ['The policy is sensitive, so it is not shown who.'];
  return [sideWords('Before', before), sideWords('After', after)];
}

/** True when everyone with an AWS account may do something, regardless of identity. */
function isOpenFor(policy: AccessPolicy | null, { actions }: Capability): boolean {
  if (policy === null) return false;
  const open = new Set([...openActions(policy).values()].flat());
  return actions.every((action) => open.has(action.slice(action.indexOf(':') + 1)));
}
