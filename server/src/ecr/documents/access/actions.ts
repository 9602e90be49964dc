import type { EcrService } from '../../../facts/access/accessActions.ts';
import { actionNames } from '../../../facts/access/accessActions.ts';
import type { AccessStatement, Entry, Names } from './accessPolicy.ts';
import { matchesPattern } from './decision/matchAction.ts';

/** An action as written in a policy. */
export interface WrittenAction {
  /** The part before the colon; null without a colon. */
  readonly service: string | null;
  readonly name: string;
}

/** The parts of an action. */
export function readAction(text: string): WrittenAction {
  const colon = text.indexOf(':');
  return colon === -1 ? { service: null, name: text } : { service: text.slice(0, colon), name: text.slice(colon + 1) };
}

/** True when the action belongs to the service, judging by its prefix. */
export function isOfService({ service }: WrittenAction, wanted: EcrService): boolean {
  return service?.toLowerCase() === wanted;
}

/** The actions of a service that a text matches, wildcards included; empty for a name that does not exist. */
export function actionsMatching(text: string, service: EcrService): readonly string[] {
  const names = NAMES[service];
  if (/[*?]/.test(text)) return [...names].flatMap(([full, name]) => (matchesPattern(text, full) ? [name] : []));
  const name = names.get(text.toLowerCase());
  return name === undefined ? [] : [name];
}

/** The names of a service's actions, by the whole action in lower case. */
const NAMES: Readonly<Record<EcrService, ReadonlyMap<string, string>>> = {
  ecr: namesOf('ecr'),
  'ecr-public': namesOf('ecr-public'),
};

function namesOf(service: EcrService): ReadonlyMap<string, string> {
  return new Map(actionNames(service).map((name) => [`${service}:${name}`.toLowerCase(), name]));
}

/** True for a text that names the service but matches none of its actions. */
export function isUnknownAction(text: string, service: EcrService): boolean {
  return isOfService(readAction(text), service) && actionsMatching(text, service).length === 0;
}

/**
 * Whether a statement's actions include one of the service. A nonexistent name counts as unknown: another check reports
 * it, and it most likely means one of them.
 */
export function holds(names: Names, action: string, service: EcrService): 'yes' | 'no' | 'maybe' {
  if (names.state !== 'known') return names.state === 'absent' ? 'no' : 'maybe';
  const { actions, isVague } = listedIn(names, service);
  if (actions.has(action)) return names.isNegated ? 'no' : 'yes';
  if (isVague) return 'maybe';
  return names.isNegated ? 'yes' : 'no';
}

interface Listed {
  /** The actions of the service that the entries match. */
  readonly actions: ReadonlySet<string>;
  /** True when there may be others: unknown entries, or texts that most likely mean one of the service. */
  readonly isVague: boolean;
}

type KnownNames = Names & { readonly state: 'known' };

/** Checks ask about the same lists for each action and each pair of statements. */
const listed: Readonly<Record<EcrService, WeakMap<KnownNames, Listed>>> = {
  ecr: new WeakMap(),
  'ecr-public': new WeakMap(),
};

function listedIn(names: KnownNames, service: EcrService): Listed {
  const known = listed[service].get(names);
  if (known !== undefined) return known;
  const actions = new Set<string>();
  let isVague = names.open;
  for (const { text } of names.entries) {
    const matching = text === null ? [] : actionsMatching(text, service);
    for (const name of matching) actions.add(name);
    const written = text === null ? null : readAction(text);
    isVague ||=
      written === null || written.service === null || (isOfService(written, service) && matching.length === 0);
  }
  const found = { actions, isVague };
  listed[service].set(names, found);
  return found;
}

/** The statement's listed actions, unless they are exclusions. */
export function listedActions({ actions }: AccessStatement): readonly Entry[] {
  return actions.state === 'known' && !actions.isNegated ? actions.entries : [];
}

/** The known texts of a list. */
export function knownTexts(entries: readonly Entry[]): readonly (Entry & { readonly text: string })[] {
  return entries.flatMap(({ text, node }) => (text === null ? [] : [{ text, node }]));
}
