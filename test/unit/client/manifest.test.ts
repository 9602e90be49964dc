import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { CLIENT_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import { viewSayings } from '../support/sayings.ts';

const ROOT = new URL('../../../', import.meta.url);

const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const manifestText = read('package.json');
const { main, browser, contributes } = JSON.parse(manifestText) as Manifest;

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Setting {
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly propertyNames?: Pick<Setting, 'enum' | 'enumDescriptions'>;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image?: string; readonly svg?: string };
  readonly completionEvents: readonly string[];
}

const ownCommands = contributes.commands.map(({ command }) => command);

/** The texts of a language's file, by key. */
const textsOf = (path: string) => JSON.parse(read(path)) as Readonly<Record<string, string>>;

const LANGUAGES = ['package.nls.json', 'package.nls.de.json'];

/** The links to commands in a text, without their arguments. */
const commandsIn = (text: string) => [...text.matchAll(/\]\(command:([\w.-]+)/g)].map(([, name = '']) => name);

describe('the manifest', () => {
  const keys = [...new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key))].sort();

  it.each(LANGUAGES)('has every text in %s, and no other is there', (path) => {
    const texts = textsOf(path);
    expect(Object.keys(texts).sort()).toEqual(keys);
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('keeps what is code alike in every language', () => {
    const [english, german] = LANGUAGES.map(textsOf);
    for (const [key, text] of Object.entries(english ?? {})) {
      const other = german?.[key] ?? '';
      expect([key, commandsIn(other)]).toEqual([key, commandsIn(text)]);
      expect([key, codeIn(other)]).toEqual([key, codeIn(text)]);
    }
  });

  it('puts every command into the palette under one category, with a title from the texts', () => {
    const wrong = contributes.commands.filter(
      ({ title, category }) => category !== 'Terraform ECR' || !/^%commands\.\w+%$/.test(title),
    );
    expect(wrong).toEqual([]);
  });

  it('has the commands that the client registers', () => {
    const shared = new Map(Object.entries(CLIENT_COMMANDS));
    const calls = read('client/src/commands/register.ts').matchAll(
      /registerCommand\((?:'([^']+)'|CLIENT_COMMANDS\.(\w+))/g,
    );
    const registered = [...calls].map(([, name, key = '']) => name ?? shared.get(key));
    expect(registered.sort()).toEqual([...ownCommands].sort());
  });

  it('runs on the desktop and on the web, from files that are packed', () => {
    const packed = read('.vscodeignore').split('\n');
    for (const entry of [main, browser]) expect(packed).toContain(`!${entry.replace('./', '')}`);
  });

  it('starts in a folder with Terraform files by names that are only looked up, so that no tree is walked', () => {
    const events = (JSON.parse(manifestText) as { activationEvents: readonly string[] }).activationEvents;
    const names = events.flatMap((event) => /^workspaceContains:(.*)$/.exec(event)?.[1] ?? []);
    expect(names).toEqual(
      expect.arrayContaining(['main.tf', 'versions.tf', '.terraform.lock.hcl', 'terraform/main.tf']),
    );
    // The editor walks the whole folder for a pattern, however few levels it names.
    expect(names.filter((name) => /[*?{[]/.test(name) || name.split('/').length > 2)).toEqual([]);
    expect([names.length <= 40, new Set(names).size]).toEqual([true, names.length]);
  });

  it('lists every rule with its title where a severity is set', () => {
    const rules = contributes.configuration.flatMap(({ properties }) => properties['terraform-ecr.rules'] ?? [])[0];
    const { enum: ids = [], enumDescriptions: titles = [] } = rules?.propertyNames ?? {};
    expect([...ids]).toEqual(CHECKS.map(({ id }) => id).sort());
    expect([...titles]).toEqual(ids.map((id) => `${CHECKS.find((check) => check.id === id)?.title}.`));
  });

  it('describes every setting and every value of one', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    expect(settings.length).toBeGreaterThan(0);
    for (const [name, { markdownDescription, enum: values, enumDescriptions }] of settings) {
      expect([name, markdownDescription]).toEqual([name, expect.stringMatching(/^%settings\./)]);
      expect([name, enumDescriptions?.length]).toEqual([name, values?.length]);
    }
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('shows pictures that are packed', () => {
    const packed = read('.vscodeignore').split('\n');
    for (const { id, media } of steps) {
      const path = media.image ?? media.svg ?? '';
      expect([id, existsSync(new URL(path, ROOT))]).toEqual([id, true]);
      expect([id, packed.includes(`!${path.replace(/^media\/.*\.svg$/, 'media/*.svg')}`)]).toEqual([id, true]);
    }
  });

  it('names only commands of ours and of the editor', () => {
    const texts = textsOf('package.nls.json');
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    const named = [
      ...steps.flatMap(({ description }) => commandsIn(texts[description.slice(1, -1)] ?? '')),
      ...events.filter((event) => event.startsWith('onCommand:')).map((event) => event.slice('onCommand:'.length)),
    ];
    const foreign = named.filter((name) => !ownCommands.includes(name) && !name.startsWith('workbench.'));
    expect(foreign).toEqual([]);
  });
});

describe('the client', () => {
  it('says nothing that has no translation, and no translation is left over', () => {
    const bundle = textsOf('l10n/bundle.l10n.de.json');
    const said = clientSources().flatMap((text) =>
      [...text.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message = '']) => message),
    );
    expect(said.length).toBe(clientSources().join('').split('l10n.t(').length - 1);
    const known = new Set([...viewSayings(), ...said]);
    expect([...known].filter((message) => !Object.hasOwn(bundle, message))).toEqual([]);
    // What the engine says as data is a plain string somewhere; the test of the view's German covers that it is said.
    const strings = stringsIn([...clientSources(), ...sourcesIn('server/src/')]);
    const left = Object.keys(bundle).filter((message) => !known.has(message) && !strings.has(message));
    expect(left).toEqual([]);
    const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    const unlike = Object.entries(bundle).filter(
      ([message, german]) => String(places(german)) !== String(places(message)),
    );
    expect(unlike).toEqual([]);
  });
});

/** The text between backticks. */
function codeIn(text: string): string[] {
  return text.match(/`[^`]*`/g)?.sort() ?? [];
}

/** The string literals of sources, without their escapes. */
function stringsIn(sources: readonly string[]): ReadonlySet<string> {
  const literals = sources.flatMap((text) => [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)]);
  return new Set(literals.map(([, literal = '']) => literal.replaceAll("\\'", "'")));
}

function clientSources(): string[] {
  return sourcesIn('client/src/');
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => read(`${folder}${name}`));
}
