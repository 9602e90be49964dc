/**
 * Ids of rules that were renamed before the first release, with their new ids. An old id has no effect, but a problem
 * names the new one. After the release no id changes. Source: our own catalog, 2026-11-30.
 */
import { lookUp } from '../lookUp.ts';

export const RENAMED_RULES: Readonly<Record<string, string>> = {
  'repository-provider-version': 'provider-version',
  'repository-unknown-argument': 'argument-unknown',
};

/** The current id for an old one; undefined for any other text. */
export function renamedRule(id: string): string | undefined {
  return lookUp(RENAMED_RULES, id);
}
