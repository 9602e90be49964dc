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
  return actionNames(service).filter((name) => matchesPattern(text, `${service}:${name}`));
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
  const full = `${service}:${action}`;
  if (names.entries.some(({ text }) => text !== null && matchesPattern(text, full)))
    return names.isNegated ? 'no' : 'yes';
  const isVague = ({ text }: Entry) =>
    text === null || isUnknownAction(text, service) || readAction(text).service === null;
  if (names.open || names.entries.some(isVague)) return 'maybe';
  return names.isNegated ? 'yes' : 'no';
}

/** The statement's listed actions, unless they are exclusions. */
export function listedActions({ actions }: AccessStatement): readonly Entry[] {
  return actions.state === 'known' && !actions.isNegated ? actions.entries : [];
}

/** The known texts of a list. */
export function knownTexts(entries: readonly Entry[]): readonly (Entry & { readonly text: string })[] {
  return entries.flatMap(({ text, node }) => (text === null ? [] : [{ text, node }]));
}
