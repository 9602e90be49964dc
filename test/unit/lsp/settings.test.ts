import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EDITOR_SETTINGS, readSettings } from '../../../server/src/lsp/settings.ts';

const ALL_HINTS = ['units', 'shielding', 'deadRules'];

describe('the settings of the editor', () => {
  it.each([
    [undefined],
    [null],
    [{}],
    ['nonsense'],
    [{ inlayHints: 7, links: [], policySize: 'often', codeLens: 'no' }],
  ])('have their defaults where they say nothing usable: %j', (section) => {
    expect(readSettings(section)).toEqual(DEFAULT_EDITOR_SETTINGS);
  });

  it.each([
    [{ policySize: 'always' }, { policySize: 'always' }],
    [{ policySize: 'never' }, { policySize: 'never' }],
    [{ links: { types: true } }, { typeLinks: true }],
    [{ inlayHints: { shielding: 'always' } }, { inlayHints: new Set(['units', 'allShielding', 'deadRules']) }],
    [{ inlayHints: { shielding: 'never' } }, { inlayHints: new Set(['units', 'deadRules']) }],
    [{ inlayHints: { shielding: false } }, { inlayHints: new Set(['units', 'deadRules']) }],
    [{ inlayHints: { shielding: true } }, { inlayHints: new Set(ALL_HINTS) }],
    [{ inlayHints: { units: false, deadRules: false } }, { inlayHints: new Set(['shielding']) }],
    [{ codeLens: false }, { codeLens: false }],
  ])('turn things on and off: %j', (section, changed) => {
    expect(readSettings(section)).toEqual({ ...DEFAULT_EDITOR_SETTINGS, ...changed });
  });

  it('have the same defaults in the manifest, and each a text in both languages', () => {
    const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));
    const { configuration } = read('package.json').contributes;
    const properties: Record<string, { default: unknown }> = Object.assign(
      {},
      ...configuration.map((part: { properties: object }) => part.properties),
    );
    const section: Record<string, unknown> = {};
    for (const [name, { default: value }] of Object.entries(properties)) {
      const [, first = '', second] = name.split('.');
      if (second === undefined) section[first] = value;
      else section[first] = { ...(section[first] as object), [second]: value };
    }
    expect(readSettings(section)).toEqual(DEFAULT_EDITOR_SETTINGS);
    const keys = JSON.stringify(configuration).match(/(?<=%)[\w.]+(?=%)/g) ?? [];
    expect(keys.length).toBeGreaterThan(20);
    for (const name of ['package.nls.json', 'package.nls.de.json'])
      expect(Object.keys(read(name))).toEqual(expect.arrayContaining(keys));
  });
});
