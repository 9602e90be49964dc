import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the light themes of VS Code colour keys of JSON and all other property names by: `extensions/theme-defaults/themes/light_vs.json`. */
const KEYS_OF_JSON = 'support.type.property-name.json';
const OTHERS = 'support.type.property-name';

/** The colour rule that counts for a scope: the longest that is its beginning. */
const ruleFor = (scope: string) => [KEYS_OF_JSON, OTHERS].find((rule) => `${scope}.`.startsWith(`${rule}.`));

describe.each(['ecr-injection', 'ecr-jsonencode-injection'])('the keys that %s colours', (name) => {
  const grammar = readFileSync(`syntaxes/${name}.tmLanguage.json`, 'utf8');
  const scopes = [...grammar.matchAll(/(?<![\w.])support\.type\.property-name[\w.]*/g)].map(([scope]) => scope);

  it('have the colour of keys of JSON, not the red of light themes', () => {
    expect(scopes.length).toBeGreaterThanOrEqual(4);
    expect(scopes.filter((scope) => ruleFor(scope) !== KEYS_OF_JSON)).toEqual([]);
  });
});
