import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The templates of the simulator's view, from its sources and those of the engine. */
export function viewSayings(): ReadonlySet<string> {
  const view = sourcesIn('client/src/simulator/view');
  const engine = sourcesIn('server/src').filter((text) => text.includes('shown/say.ts'));
  return new Set([
    ...view.flatMap((text) => literalsIn(text, /(?<![\w.])(?:t|counted)\(/g)),
    ...engine.flatMap((text) => literalsIn(text, /(?<![\w.])(?:say|does)\(/g)),
  ]);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The string literals in the parentheses that follow each match; those without words are left out. */
function literalsIn(text: string, opening: RegExp): string[] {
  return [...text.matchAll(opening)].flatMap(({ 0: match, index }) => {
    const inside = text.slice(index + match.length, closingIn(text, index + match.length));
    const found = [...inside.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, literal = '']) => literal);
    return found.filter((literal) => /[a-z]/i.test(literal) && literal !== 'and' && literal !== 'or');
  });
}

/** The offset of the parenthesis that closes the one open at an offset. */
function closingIn(text: string, start: number): number {
  let depth = 1;
  for (const { 0: token, index } of text.slice(start).matchAll(/'(?:[^'\\\n]|\\.)*'|`[^`]*`|[()]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return start + index;
  }
  return text.length;
}
