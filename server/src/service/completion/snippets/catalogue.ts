import imports from '../../../../../snippets/imports.json';
import policies from '../../../../../snippets/lifecycle-policies.json';
import rules from '../../../../../snippets/lifecycle-rules.json';
import modules from '../../../../../snippets/modules.json';
import registry from '../../../../../snippets/registry.json';
import repositories from '../../../../../snippets/repositories.json';

/** A snippet as in its file. */
interface WrittenSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  /** Where it is allowed, if not at the top level of a file. */
  readonly place?: string;
}

type SnippetPlace = 'top-level' | 'rules' | 'repository';

export interface EcrSnippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** With tab stops, in the syntax of editors. */
  readonly body: string;
}

const FILES: readonly Readonly<Record<string, WrittenSnippet>>[] = [
  repositories,
  policies,
  rules,
  registry,
  imports,
  modules,
];

const SNIPPETS = FILES.flatMap((file) => Object.entries(file)).map(([name, { prefix, description, body, place }]) => ({
  place: place ?? 'top-level',
  snippet: { name, prefix, description, body: body.join('\n') },
}));

/** The snippets that are allowed in a place, in the order of their files. */
export function snippetsFor(place: SnippetPlace): readonly EcrSnippet[] {
  return SNIPPETS.filter((one) => one.place === place).map(({ snippet }) => snippet);
}
