import type { Connection } from 'vscode-languageserver';
import type { StartOptions } from '../protocol/startOptions.ts';
import type { ClientAbilities } from './capabilities.ts';
import type { EditorSettings } from './settings.ts';
import { mergedSection, readSettings, SECTION } from './settings.ts';

/** The setting with which VS Code shows no code lenses of any extension. */
const DRAWS_LENSES = 'editor.codeLens';

/** The settings that a client is asked for. Only ours has the editor's own. */
export function askedSections({ showsSimulations }: StartOptions): string[] {
  return showsSimulations ? [SECTION, DRAWS_LENSES] : [SECTION];
}

/**
 * The settings of a client, over those that it sent unasked (`told`); `drawsLenses` is false when it shows no code lenses
 * at all.
 */
export async function askSettings(
  { workspace }: Connection,
  { hasConfiguration }: ClientAbilities,
  { showsSimulations }: StartOptions,
  told: unknown,
): Promise<{ readonly settings: EditorSettings; readonly drawsLenses: boolean }> {
  const asked: unknown = hasConfiguration ? await workspace.getConfiguration(SECTION) : null;
  const draws: unknown = hasConfiguration && showsSimulations ? await workspace.getConfiguration(DRAWS_LENSES) : null;
  return { settings: readSettings(mergedSection(asked, told)), drawsLenses: draws !== false };
}
