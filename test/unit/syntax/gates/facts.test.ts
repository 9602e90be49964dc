import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { factOfRecord, officialFact, type RecordedFact } from './officialFacts.ts';

const folder = new URL('../../../corpus/', import.meta.url);
const facts = JSON.parse(readFileSync(new URL('facts.json', folder), 'utf8')) as Readonly<
  Record<string, RecordedFact | null>
>;

describe("trees and ranges are those that HashiCorp's Go library reads (test/recorder)", () => {
  for (const [name, record] of Object.entries(facts)) {
    // The recorded library is older than functions in namespaces; those files are compared with the WASM.
    if (name.includes('namespace')) continue;
    const text = readFileSync(new URL(name, folder), 'utf8');
    it(record === null ? `${name} is refused` : name, () => {
      const tree = readTree(text);
      expect(tree.errors.length > 0).toBe(record === null);
      if (record === null) return;
      expect(officialFact(tree, text)).toEqual(factOfRecord(record, text));
    });
  }
});
