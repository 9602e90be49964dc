import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The files that each file imports, types included; paths from the repository's root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The paths of the product's source files, from the repository's root. */
export function productFiles(): string[] {
  return ['server/src', 'client/src'].flatMap((source) =>
    readdirSync(join(ROOT, source), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${source}/${name.replaceAll(sep, '/')}`),
  );
}

/** The text of a file, by its path from the repository's root. */
export function textOfFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The import graph of the product. */
export function productImports(): ImportGraph {
  return new Map(productFiles().map((path) => [path, importsIn(path, textOfFile(path))]));
}

/** The files that the text of a file imports or exports from, in whatever form. */
export function importsIn(path: string, text: string): string[] {
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, target = '']) => relative(ROOT, resolve(ROOT, dirname(path), target)).replaceAll(sep, '/'));
}

/** The groups of files that import each other in a circle, each sorted; a file that imports itself is one. */
export function circlesIn(graph: ImportGraph): string[][] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachableFrom(file, graph)]));
  const inCircle = [...graph.keys()].filter((file) => reached.get(file)?.has(file));
  const circles = inCircle.map((file) =>
    inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)).sort(),
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

function reachableFrom(file: string, graph: ImportGraph): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(graph.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return reached;
}
