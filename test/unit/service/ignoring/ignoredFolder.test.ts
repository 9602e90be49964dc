import { describe, expect, it } from 'vitest';
import { SettingsFile } from '../../../../server/src/module/sources/settingsFile.ts';
import { folderSettingsOf } from '../../../../server/src/problems/folderSettings.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { ignoreInSettings } from '../../../../server/src/service/ignoring/ignoreInSettings.ts';

const ROOT = 'file:///code';
const SETTINGS = `${ROOT}/.terraform-ecr.json`;

const uriOf = (path: string) => `${ROOT}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The settings file after the rule is ignored in the folder of a file and below. */
function written(path: string, text: string | null = null): string {
  const file = text === null ? null : new SettingsFile(SETTINGS, text);
  const change = ignoreInSettings(file, ROOT, { ruleId: 'syntax', uri: uriOf(path), where: 'folder', reason: '' });
  if (change === null) throw new Error('nothing is written');
  return change.kind === 'created' ? change.text : (applyEdits(text ?? '', change.edits) ?? '');
}

const isSilent = (text: string, path: string) =>
  folderSettingsOf(new SettingsFile(SETTINGS, text)).isSilenced(uriOf(path), 'syntax');

const FOLDERS = [
  'infra',
  'infra/eu/prod',
  'a b',
  'trailing ',
  '[dev]',
  'x[1-3]y',
  'star*',
  'two**stars',
  'what?',
  '!important',
  '#1',
  'back\\slash',
  'ümläut',
  '{a,b}',
  '50%',
  'a/*/b',
];

describe('ignoring a rule in the folder of a file and below', () => {
  it.each(FOLDERS)('silences the folder %j alone', (folder) => {
    for (const text of [null, '{}', '{ "ignore": [{ "files": "legacy/**", "rules": ["syntax"] }] }']) {
      const settings = written(`${folder}/main.tf`, text);
      expect(isSilent(settings, `${folder}/main.tf`)).toBe(true);
      expect(isSilent(settings, `${folder}/other.tf`)).toBe(true);
      expect(isSilent(settings, `${folder}/below/deep/main.tf`)).toBe(true);
      for (const other of ['main.tf', 'other/main.tf', `other/${folder}/main.tf`, `${folder}x/main.tf`, 'main/x.tf'])
        expect(isSilent(settings, other), other).toBe(false);
    }
  });

  it.each([
    ['[dev]', 'd/main.tf'],
    ['star*', 'starlight/main.tf'],
    ['what?', 'whats/main.tf'],
    ['a/*/b', 'a/x/b/main.tf'],
  ])('takes the characters of %j for themselves', (folder, other) => {
    expect(isSilent(written(`${folder}/main.tf`), other)).toBe(false);
  });

  it('writes the pattern as the documentation shows it', () => {
    expect(written('infra/eu/main.tf')).toContain('"files": "infra/eu/**"');
  });

  it('silences all when the file is beside the settings', () => {
    const settings = written('main.tf');
    expect(['main.tf', 'infra/main.tf'].map((path) => isSilent(settings, path))).toEqual([true, true]);
  });
});
