import { describe, expect, it } from 'vitest';
import { below, pick, seeded } from '../../corpus/random.ts';
import { EditedFolder, type FolderState, type Probe } from '../support/editedFolder.ts';
import { FIXTURES } from '../support/fixtures.ts';
import { hiddenWords } from '../support/hiddenWords.ts';
import { shareOf } from '../support/longTests.ts';
import { edited } from '../support/textEdits.ts';
import { AccessGenerator } from './randomAccessModules.ts';
import { Generator } from './randomModules.ts';

/** Blocks to paste: all top-level blocks of the fixtures. */
const BLOCKS = FIXTURES.flatMap(([, files]) => Object.values(files)).flatMap((text) => blocksOf(text));

function blocksOf(text: string): readonly string[] {
  return text.split(/(?<=\n\}\n)/).filter((block) => block.endsWith('}\n'));
}

/** The changing texts of a folder, and what an author does to them; `random` decides. */
class Author {
  readonly #random: () => number;
  readonly #disk: Map<string, string>;
  readonly #open = new Map<string, string>();
  readonly #past: FolderState[] = [];

  constructor(random: () => number, files: Readonly<Record<string, string>>) {
    this.#random = random;
    this.#disk = new Map(Object.entries(files));
    for (const [uri, text] of this.#disk) if (below(random, 3) > 0) this.#open.set(uri, text);
  }

  get state(): FolderState {
    return { disk: new Map(this.#disk), open: new Map(this.#open) };
  }

  /** A place in one of the texts. */
  probe(): Probe {
    const uri = pick(this.#random, [...this.#disk.keys()]);
    return { uri, offset: below(this.#random, this.#text(uri).length + 1) };
  }

  /** One change; its name. */
  act(): string {
    this.#past.push(this.state);
    const acts = ['type', 'type', 'type', 'paste', 'cut', 'move', 'rename', 'double', 'file'] as const;
    const act = pick(this.#random, [...acts, 'ends', 'undo'] as const);
    const uri = pick(this.#random, [...this.#disk.keys()]);
    this.#does[act](uri);
    return `${act} ${uri}`;
  }

  readonly #does = {
    type: (uri: string) => this.#write(uri, edited(this.#text(uri), this.#random, BLOCKS)),
    paste: (uri: string) => this.#insert(uri, pick(this.#random, BLOCKS)),
    cut: (uri: string) => this.#write(uri, this.#text(uri).replace(this.#block(uri), '')),
    double: (uri: string) => this.#insert(pick(this.#random, [uri, ...this.#disk.keys()]), this.#block(uri)),
    move: (uri: string) => {
      const block = this.#block(uri);
      this.#write(uri, this.#text(uri).replace(block, ''));
      this.#insert(pick(this.#random, [...this.#disk.keys()]), block);
    },
    rename: (uri: string) => {
      const words = this.#text(uri).match(/[a-z]\w*/gi) ?? ['none'];
      const [from, to] = [pick(this.#random, words), pick(this.#random, words)];
      this.#write(uri, this.#text(uri).replaceAll(from, to));
    },
    ends: (uri: string) => {
      const text = this.#text(uri);
      this.#write(uri, text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'));
    },
    undo: () => this.#restore(pick(this.#random, this.#past.slice(-4))),
    file: (uri: string) => this.#changeFile(uri),
  };

  /** Opens, saves or closes a file, deletes it, or makes one. */
  #changeFile(uri: string): void {
    const open = this.#open.get(uri);
    const kind = below(this.#random, 5);
    if (kind === 0 && this.#disk.size > 1) {
      this.#disk.delete(uri);
      this.#open.delete(uri);
    } else if (kind === 1) {
      const names = ['main_override.tf', 'new.tf', 'a.tf', 'm/b.tf', 'terraform.tfvars', 'new.tf.json', 'main.tofu'];
      const name = pick(this.#random, names);
      this.#disk.set(name, name.endsWith('.json') ? JSON_CODE : pick(this.#random, BLOCKS));
    } else if (open === undefined) {
      this.#open.set(uri, this.#text(uri));
    } else {
      if (kind === 2) this.#disk.set(uri, open);
      this.#open.delete(uri);
    }
  }

  #restore({ disk, open }: FolderState): void {
    this.#disk.clear();
    this.#open.clear();
    for (const [uri, text] of disk) this.#disk.set(uri, text);
    for (const [uri, text] of open) this.#open.set(uri, text);
  }

  #insert(uri: string, block: string): void {
    const text = this.#text(uri);
    const lines = text.split(/(?<=\n)/);
    lines.splice(below(this.#random, 3) === 0 ? below(this.#random, lines.length + 1) : lines.length, 0, block);
    this.#write(uri, lines.join(''));
  }

  #block(uri: string): string {
    const blocks = blocksOf(this.#text(uri));
    return blocks.length === 0 ? this.#text(uri) : pick(this.#random, blocks);
  }

  #text(uri: string): string {
    return this.#open.get(uri) ?? this.#disk.get(uri) ?? '';
  }

  /** In the editor, or on disk where the editor does not show the file. */
  #write(uri: string, text: string): void {
    if (this.#open.has(uri)) this.#open.set(uri, text);
    else this.#disk.set(uri, text);
  }
}

const JSON_CODE = '{ "resource": { "aws_ecr_repository": { "app": { "name": "team/app" } } } }\n';

const FOLDERS = [
  ['policies that share parts', (seed: number) => new Generator(seed).files()],
  ['access policies that share parts', (seed: number) => new AccessGenerator(seed).files()],
  ['modules whose words are hidden', (seed: number) => hiddenWords(seeded(seed))],
  [
    'real files',
    (seed: number) => {
      const [first, second] = [seeded(seed), seeded(seed + 1)].map((random) => pick(random, FIXTURES)[1]);
      return {
        ...first,
        ...Object.fromEntries(Object.entries(second ?? {}).map(([name, text]) => [`m/${name}`, text])),
      };
    },
  ],
] as const;

const STEPS = 12;

describe('a folder that was edited', () => {
  it.each(FOLDERS)('shows what one that is read anew shows: %s', (_, filesOf) => {
    let problems = 0;
    for (let seed = 0; seed < shareOf(60, 15); seed += 1) {
      const author = new Author(seeded(seed), filesOf(seed));
      const folder = new EditedFolder(author.state);
      const acts: string[] = [];
      for (let step = 0; step < STEPS; step += 1) {
        acts.push(author.act());
        const { state } = author;
        folder.become(state);
        const probes = [author.probe(), author.probe(), author.probe()];
        // Some versions are never looked at, so that what is kept is of different ages.
        if (step % 3 === 1) continue;
        const shown = folder.shown(probes);
        const anew = new EditedFolder(state).shown(probes);
        if (shown.join('\n') !== anew.join('\n')) {
          const differing = { kept: without(shown, anew), anew: without(anew, shown) };
          expect({ seed, acts, ...differing }, texts(state)).toEqual({ seed, acts, kept: [], anew: [] });
        }
        problems += shown.filter((line) => line.includes(' problem ')).length;
      }
    }
    expect(problems).toBeGreaterThan(10);
  });
});

/** The lines of one list that another lacks; all where only their order differs. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  const lacking = lines.filter((line) => !known.has(line));
  return lacking.length > 0 || lines.length !== others.length ? lacking : lines;
}

function texts({ disk, open }: FolderState): string {
  return [...new Map([...disk, ...open])].map(([uri, text]) => `--- ${uri}\n${text}`).join('\n');
}
