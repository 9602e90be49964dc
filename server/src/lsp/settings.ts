import type { Severity } from '../checks/check.ts';
import { isRecord } from '../facts/isRecord.ts';
import { SEVERITY_WORDS } from '../facts/product/settingsKeys.ts';
import type { StartOptions } from '../protocol/startOptions.ts';
import type { HintKind } from '../service/hints/statement.ts';
import type { SizeWish } from '../service/lenses/policyLenses.ts';

/** The settings of the editor under `terraform-ecr`, each with its default when it is absent or wrong. */
export interface EditorSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** When names of plain arguments and blocks are completed: `auto` means only without a companion extension. */
  readonly completionArguments: 'auto' | 'always' | 'never';
  /** Whether code lenses above policies offer actions. */
  readonly codeLens: boolean;
  /** When a lens above a policy shows its length. */
  readonly policySize: SizeWish;
  /** Whether the types of resources are links to their pages. */
  readonly typeLinks: boolean;
  /** The kinds of inlay hints to show. */
  readonly inlayHints: ReadonlySet<HintKind>;
}

const HINT_KINDS: readonly HintKind[] = ['units', 'shielding', 'deadRules'];

export const DEFAULT_EDITOR_SETTINGS: EditorSettings = {
  rules: {},
  completionArguments: 'auto',
  codeLens: true,
  policySize: 'auto',
  typeLinks: false,
  inlayHints: new Set(HINT_KINDS),
};

/** Our section of an editor's settings. */
export const SECTION = 'terraform-ecr';

/** Our section of what a client sends unasked: all settings, or initialization options. */
export function sectionOf(told: unknown): unknown {
  return recordAt(told, SECTION);
}

/** Merges the pulled configuration over the pushed one; some clients return nothing or `{}` on request. */
export function mergedSection(asked: unknown, told: unknown): unknown {
  return isRecord(asked) ? { ...(isRecord(told) ? told : {}), ...asked } : told;
}

/** Reads the section `terraform-ecr` as an editor sent it; invalid parts are skipped. */
export function readSettings(section: unknown): EditorSettings {
  const rules = Object.entries(recordAt(section, 'rules')).filter(([, severity]) => isSeverity(severity));
  const told = isRecord(section) ? section : {};
  return {
    rules: Object.fromEntries(rules) as EditorSettings['rules'],
    completionArguments: wishOf(recordAt(section, 'completion')['arguments']),
    codeLens: told['codeLens'] !== false,
    policySize: wishOf(told['policySize']),
    typeLinks: recordAt(section, 'links')['types'] === true,
    inlayHints: new Set(HINT_KINDS.flatMap((kind) => shownKinds(kind, recordAt(section, 'inlayHints')[kind]))),
  };
}

/** The kinds to show for a setting about one kind. */
function shownKinds(kind: HintKind, wish: unknown): readonly HintKind[] {
  if (wish === false || wish === 'never') return [];
  return kind === 'shielding' && wish === 'always' ? ['allShielding'] : [kind];
}

function wishOf(value: unknown): 'auto' | 'always' | 'never' {
  return value === 'always' || value === 'never' ? value : 'auto';
}

export function readStartOptions(options: unknown): StartOptions {
  const told = isRecord(options) ? options : {};
  const { pages } = told;
  return {
    companion: told['companion'] === true,
    showsSimulations: told['showsSimulations'] === true,
    readsFiles: told['readsFiles'] === true,
    pages: typeof pages === 'string' ? pages : null,
  };
}

function recordAt(section: unknown, key: string): Readonly<Record<string, unknown>> {
  const value = isRecord(section) ? section[key] : undefined;
  return isRecord(value) ? value : {};
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && SEVERITY_WORDS.some((word) => word === value);
}
