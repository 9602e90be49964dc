import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The colors of JSON keys and all other property names in VS Code's light themes:
 * `extensions/theme-defaults/themes/light_vs.json`.
 */
const KEYS_OF_JSON = 'support.type.property-name.json';
const OTHERS = 'support.type.property-name';

/** The color rule that applies to a scope: the longest prefix of it. */
const ruleFor = (scope: string) => [KEYS_OF_JSON, OTHERS].find((rule) => `${scope}.`.startsWith(`${rule}.`));

describe.each(['ecr-injection', 'ecr-jsonencode-injection'])('the keys that %s colours', (name) => {
  const grammar = readFileSync(`syntaxes/${name}.tmLanguage.json`, 'utf8');
  const scopes = [...grammar.matchAll(/(?<![\w.])support\.type\.property-name[\w.]*/g)].map(([scope]) => scope);

  it('have the colour of keys of JSON, not the red of light themes', () => {
    expect(scopes.length).toBeGreaterThanOrEqual(4);
    expect(scopes.filter((scope) => ruleFor(scope) !== KEYS_OF_JSON)).toEqual([]);
  });
});
