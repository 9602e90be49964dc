import { below, pick, seeded } from '../../corpus/random.ts';
import type { FolderState, Probe } from '../support/editedFolder.ts';
import { FIXTURES } from '../support/fixtures.ts';
import { hiddenWords } from '../support/hiddenWords.ts';
import { edited } from '../support/textEdits.ts';
import { AccessGenerator } from './randomAccessModules.ts';
import { Generator } from './randomModules.ts';

/** Blocks to paste: all top-level blocks of the fixtures. */
const BLOCKS = FIXTURES.flatMap(([, files]) => Object.values(files)).flatMap((text) => blocksOf(text));

function blocksOf(text: string): readonly string[] {
  return text.split(/(?<=\n\}\n)/).filter((block) => block.endsWith('}\n'));
}

/** The changing texts of a folder, and what an author does to them; `random` decides. */
export class Author {
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
      const [name, text] = pick(this.#random, Object.entries(NEW_FILES));
      this.#disk.set(name, text ?? pick(this.#random, BLOCKS));
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

/** Files that may come, with their texts; null for a block of the fixtures. */
const NEW_FILES: Readonly<Record<string, string | null>> = {
  'main_override.tf': null,
  'new.tf': null,
  'a.tf': null,
  'm/b.tf': null,
  'terraform.tfvars': null,
  'new.tf.json': JSON_CODE,
  'main.tofu': null,
  'policy.json': '{ "rules": [{ "rulePriority": 1 }] }',
  '.terraform-ecr.json': '{ "rules": { "repository-scan-on-push": "off" }, "guarantees": [] }',
  '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.0.0"\n}\n',
};

/** Folders to begin with, by a seed. */
export const FOLDERS = [
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
