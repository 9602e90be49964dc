import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../../server/src/facts/isRecord.ts';
import { SEVERITY_WORDS } from '../../../server/src/facts/product/settingsKeys.ts';

const ROOT = new URL('../../../', import.meta.url);

/** Every list of choices in a JSON value that offers `error`: the lists of severities. */
function severityLists(value: unknown): unknown[][] {
  if (Array.isArray(value)) return value.flatMap(severityLists);
  if (!isRecord(value)) return [];
  const own = Array.isArray(value['enum']) && value['enum'].includes('error') ? [value['enum']] : [];
  return [...own, ...Object.values(value).flatMap(severityLists)];
}

/** Lists of the required lengths of descriptions, because an editor shows one for each choice. */
function descriptionsBeside(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(descriptionsBeside);
  if (!isRecord(value)) return [];
  const { enum: choices, enumDescriptions: words } = value;
  const own = Array.isArray(choices) && choices.includes('error') && Array.isArray(words) ? [words.length] : [];
  return [...own, ...Object.values(value).flatMap(descriptionsBeside)];
}

/** A manifest without its tools for agents. */
function withoutTools(manifest: unknown): unknown {
  if (!isRecord(manifest) || !isRecord(manifest['contributes'])) return manifest;
  const { languageModelTools, ...contributes } = manifest['contributes'];
  return { ...manifest, contributes: Array.isArray(languageModelTools) ? contributes : manifest['contributes'] };
}

describe.each(['package.json', 'schemas/settings.schema.json'])('the severities in %s', (name) => {
  const whole: unknown = JSON.parse(readFileSync(new URL(name, ROOT), 'utf8'));
  // Tools for agents take the lowest severity to report, which cannot be `off`.
  const content = withoutTools(whole);

  it('are those that the server knows', () => {
    const lists = severityLists(content);
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) expect(list).toEqual(SEVERITY_WORDS);
  });

  it('are each described where one is', () => {
    for (const length of descriptionsBeside(content)) expect(length).toBe(SEVERITY_WORDS.length);
  });
});
