import { describe, expect, it } from 'vitest';
import { SettingsFile } from '../../../../server/src/module/sources/settingsFile.ts';
import { folderSettingsOf } from '../../../../server/src/problems/folderSettings.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import type { IgnoredWhere } from '../../../../server/src/service/ignoring/ignoreInSettings.ts';
import { ignoreInSettings } from '../../../../server/src/service/ignoring/ignoreInSettings.ts';

const FOLDER = 'file:///code';
const FILE = `${FOLDER}/infra/main.tf`;

/** The settings file afterwards; null where nothing can be written. */
function after(text: string | null, where: IgnoredWhere, reason = 'why', uri = FILE): string | null {
  const file = text === null ? null : new SettingsFile(`${FOLDER}/.terraform-ecr.json`, text);
  const change = ignoreInSettings(file, FOLDER, { ruleId: 'repository-name', uri, where, reason });
  if (change === null) return null;
  expect(change.uri).toBe(`${FOLDER}/.terraform-ecr.json`);
  return change.kind === 'created' ? change.text : applyEdits(text ?? '', change.edits);
}

const isSilenced = (text: string, uri: string) =>
  folderSettingsOf(new SettingsFile(`${FOLDER}/.terraform-ecr.json`, text)).isSilenced(uri, 'repository-name');

const ENTRY = '{ "files": "legacy/**", "rules": ["rule-tag-list-and"] }';

/** Settings files of all shapes. */
const SETTINGS = [
  null,
  '{}',
  '{\n}\n',
  '{ "rules": { "repository-name": "warning" } }',
  '{\n  // kept\n  "rules": {},\n}\n',
  '{ "ignore": [] }',
  `{ "ignore": [${ENTRY}] }`,
  `{\n  "ignore": [\n    ${ENTRY}, // kept\n  ],\n  "exclude": ["x/"],\n}\n`,
  `{\r\n\t"extends": "strict",\r\n\t"ignore": [\r\n\t\t${ENTRY}\r\n\t]\r\n}\r\n`,
];

describe('ignoring a rule in the settings file', () => {
  it.each(SETTINGS)('for one file, and no other: %j', (text) => {
    const written = after(text, 'file') ?? '';
    expect([FILE, `${FOLDER}/main.tf`, `${FOLDER}/other/infra/main.tf`].map((uri) => isSilenced(written, uri))).toEqual(
      [true, false, false],
    );
    expect(written).toContain('"why"');
  });

  it.each(SETTINGS)('for the folder and below: %j', (text) => {
    const written = after(text, 'folder') ?? '';
    const uris = [FILE, `${FOLDER}/infra/eu/main.tf`, `${FOLDER}/main.tf`, 'file:///elsewhere/main.tf'];
    expect(uris.map((uri) => isSilenced(written, uri))).toEqual([true, true, false, false]);
  });

  it.each(SETTINGS.filter((text) => text !== null))('keeps all that is there: %j', (text) => {
    const written = after(text, 'file') ?? '';
    for (const kept of text.match(/"[\w*/-]+"|\/\/ kept/g) ?? []) expect(written).toContain(kept);
    const settings = new SettingsFile(`${FOLDER}/.terraform-ecr.json`, written);
    expect(settings.document.problems).toEqual([]);
  });

  it.each(['a b.tf', 'x[1].tf', '!x.tf', '#x.tf', 'star*.tf', 'ü.tf'])('for a file called %s', (name) => {
    const uri = `${FOLDER}/${encodeURIComponent(name)}`;
    expect(isSilenced(after('{}', 'file', 'why', uri) ?? '', uri)).toBe(true);
    expect(isSilenced(after('{}', 'file', 'why', uri) ?? '', `${FOLDER}/y.tf`)).toBe(false);
  });

  it('leaves out a reason that there is not', () => {
    expect(after(null, 'file', ' ')).not.toContain('reason');
  });

  it.each(['', '[]', '{ "ignore": 7 }', '{ "ignore": [', 'nonsense'])(
    'writes nothing into what cannot be read: %j',
    (text) => {
      expect(after(text, 'file')).toBe(null);
    },
  );

  it('writes nothing for a file outside of its folder', () => {
    expect(after('{}', 'file', 'why', 'file:///elsewhere/main.tf')).toBe(null);
  });
});
