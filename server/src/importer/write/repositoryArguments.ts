import { printTerm } from '../../syntax/edit/print.ts';
import type { Assignment, BlockTerm, Term } from '../../syntax/edit/term.ts';
import type { Encryption, ExistingRepository } from '../existing.ts';
import { nested, reference, term, text } from './chunk.ts';
import type { Writing } from './separateBlocks.ts';
import { tagMembers } from './separateBlocks.ts';
import {
  encryptionBlocks,
  filterBlocks,
  isDefaultEncryption,
  isDefaultMutability,
  mutabilityArguments,
  scanningBlock,
} from './settingsBlocks.ts';

/** A setting in which repositories may differ. */
interface Column {
  readonly name: string;
  valueOf(repository: ExistingRepository): Term;
}

const MUTABILITY: Column = {
  name: 'image_tag_mutability',
  valueOf: ({ mutability }) => literal(isDefaultMutability(mutability) ? 'MUTABLE' : mutability),
};

const FILTERS: Column = {
  name: 'exclusion_filters',
  valueOf: ({ exclusionFilters }) => ({
    kind: 'list',
    items: exclusionFilters.map(({ filter, type }) => ({
      kind: 'object',
      members: [text('filter', filter), text('filter_type', type)],
    })),
  }),
};

const SCANNING: Column = { name: 'scan_on_push', valueOf: ({ scansOnPush }) => literal(scansOnPush) };

const ENCRYPTION: Column = {
  name: 'encryption',
  valueOf: ({ encryption }) => {
    const written = notDefault(encryption);
    if (written === null) return { kind: 'list', items: [] };
    const members = [text('type', written.type), text('kms_key', written.key)];
    return { kind: 'list', items: [{ kind: 'object', members }] };
  },
};

const TAGS: Column = { name: 'tags', valueOf: ({ tags }) => ({ kind: 'object', members: tagMembers(tags ?? {}) }) };

/** The arguments of one resource for many repositories: equal values are written once, others come from its map. */
export class RepositoryArguments {
  readonly #first: ExistingRepository;
  readonly #different: ReadonlySet<Column>;
  readonly #isRegional: boolean;

  constructor(
    repositories: readonly [ExistingRepository, ...ExistingRepository[]] | readonly ExistingRepository[],
    { options }: Writing,
  ) {
    const [first] = repositories;
    if (first === undefined) throw new Error('no repositories to write');
    this.#first = first;
    this.#isRegional = options.regionArgument;
    this.#different = new Set(
      [MUTABILITY, FILTERS, SCANNING, ENCRYPTION, TAGS].filter((column) => {
        const texts = new Set(repositories.map((repository) => printTerm(column.valueOf(repository))));
        return texts.size > 1;
      }),
    );
  }

  /** The map entry of one repository. */
  membersOf(repository: ExistingRepository): Assignment[] {
    const place = this.#isRegional ? [text('name', repository.name), text('region', repository.region)] : [];
    return [...place, ...[...this.#different].map((column) => term(column.name, column.valueOf(repository)))];
  }

  arguments(): Assignment[] {
    const { tags } = this.#first;
    const equalTags = Object.keys(tags ?? {}).length === 0 ? [] : [term('tags', TAGS.valueOf(this.#first))];
    return [
      ...(this.#isDifferent(MUTABILITY)
        ? [reference('image_tag_mutability', 'each.value.image_tag_mutability')]
        : mutabilityArguments(this.#first)),
      ...(this.#isDifferent(TAGS) ? [reference('tags', 'each.value.tags')] : equalTags),
    ];
  }

  blocks(): BlockTerm[] {
    const { exclusionFilters, scansOnPush, encryption } = this.#first;
    return [
      ...(this.#isDifferent(FILTERS) ? [DYNAMIC_FILTERS] : filterBlocks(exclusionFilters)),
      ...(this.#isDifferent(SCANNING) ? [VARIED_SCANNING] : scanningBlock(scansOnPush)),
      ...(this.#isDifferent(ENCRYPTION) ? [DYNAMIC_ENCRYPTION] : encryptionBlocks(encryption)),
    ];
  }

  #isDifferent(column: Column): boolean {
    return this.#different.has(column);
  }
}

const VARIED_SCANNING = nested('image_scanning_configuration', [reference('scan_on_push', 'each.value.scan_on_push')]);

const DYNAMIC_FILTERS = dynamic('image_tag_mutability_exclusion_filter', 'each.value.exclusion_filters', [
  ['filter', 'filter'],
  ['filter_type', 'filter_type'],
]);

const DYNAMIC_ENCRYPTION = dynamic('encryption_configuration', 'each.value.encryption', [
  ['encryption_type', 'type'],
  ['kms_key', 'kms_key'],
]);

function dynamic(name: string, collection: string, fields: readonly (readonly [string, string])[]): BlockTerm {
  const content = nested(
    'content',
    fields.map(([argument, field]) => reference(argument, `${name}.value.${field}`)),
  );
  return { type: 'dynamic', labels: [name], arguments: [reference('for_each', collection)], blocks: [content] };
}

function notDefault(encryption: Encryption | null): Encryption | null {
  return encryption === null || isDefaultEncryption(encryption) ? null : encryption;
}

function literal(value: string | boolean | null): Term {
  return { kind: 'literal', value };
}
