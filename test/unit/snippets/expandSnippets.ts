import { readdirSync, readFileSync } from 'node:fs';
import { expandSnippet } from './expandSnippet.ts';
import { SURROUNDINGS } from './surroundings.ts';

const DIRECTORY = new URL('../../../snippets/', import.meta.url);

interface SnippetSource {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

export interface SnippetInPlace {
  readonly name: string;
  readonly prefix: string;
  /** A whole module: the snippet as inserted with nothing typed, inside its surroundings if it is not complete. */
  readonly text: string;
}

/** Every snippet as in its file in snippets/. */
export function readAllSnippets(): readonly SnippetSource[] {
  return readdirSync(DIRECTORY).flatMap((file) => {
    const entries: Record<string, { prefix: string; description: string; body: string[] }> = JSON.parse(
      readFileSync(new URL(file, DIRECTORY), 'utf8'),
    );
    return Object.entries(entries).map(([name, { prefix, description, body }]) => ({
      name,
      prefix,
      description,
      body: body.join('\n'),
    }));
  });
}

/** Every snippet with its defaults, as a module that Terraform and our own check can read. */
export function expandAllSnippets(): readonly SnippetInPlace[] {
  return readAllSnippets().map(({ name, prefix, body }) => {
    const surroundings = SURROUNDINGS[prefix] ?? '%';
    return { name, prefix, text: insertAt(surroundings, expandSnippet(body).text) };
  });
}

/** Inserts as an editor does: each further line takes on the indentation of the line it is inserted in. */
function insertAt(surroundings: string, snippet: string): string {
  const at = surroundings.indexOf('%');
  const indentation = surroundings.slice(surroundings.lastIndexOf('\n', at) + 1, at);
  const inserted = snippet.replaceAll(/\n(?=[^\n])/g, `\n${indentation}`);
  const text = surroundings.slice(0, at) + inserted + surroundings.slice(at + 1);
  return `${text.trimEnd()}\n`;
}
