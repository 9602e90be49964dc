import type { JudgedEffect } from './fixJudge.ts';
import type { PolicyState } from './snapshot.ts';

/** Beyond this number, policies are not named one by one. */
const NAMED = 3;

/** The title of a fix with its side effects, for the user to decide. */
export function titleWithEffect(title: string, effect: JudgedEffect): string {
  const remarks = [changesInWords(effect), problemsInWords(effect)].filter((remark) => remark !== null);
  return remarks.length === 0 ? title : `${title} (${remarks.join('; ')})`;
}

/** The policies and other blocks that the user may not expect. */
function changesInWords({ changed, own, disturbed }: JudgedEffect): string | null {
  const mine = changed.filter((state) => own.includes(state));
  const others = changed.filter((state) => !own.includes(state));
  const isMineAlone = new Set(mine.map(({ owner }) => owner)).size < 2;
  const names = [...new Set([...namesOf(isMineAlone ? others : changed), ...disturbed])];
  if (names.length === 0) return null;
  return `${isMineAlone ? 'also changes' : 'changes'} ${listed(names)}`;
}

function problemsInWords({ brought, own }: JudgedEffect): string | null {
  const mine = new Set(own.map(({ address }) => address));
  const texts = brought.map(({ ruleId, address }) =>
    address === null || mine.has(address) ? ruleId : `${ruleId} to ${withoutInstance(address)}`,
  );
  return texts.length === 0 ? null : `brings ${listed([...new Set(texts)])}`;
}

/** One name for each block. */
function namesOf(states: readonly PolicyState[]): string[] {
  const names = new Map(states.map(({ owner, address }) => [owner, withoutInstance(address)]));
  return [...names.values()].sort();
}

function withoutInstance(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}

function listed(names: readonly string[]): string {
  const named = names.slice(0, NAMED);
  const rest = names.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
