import type { Vocabulary } from '../../../server/src/ecr/documents/vocabulary.ts';

/** A meaningless document, which shows what a vocabulary alone teaches the product. */
export const TOY: Vocabulary = {
  name: 'toy',
  root: 'toy',
  levels: {
    toy: {
      keys: [
        {
          key: 'Colour',
          type: 'string',
          required: true,
          values: [
            { value: 'red', documentation: 'Like a fire engine.' },
            { value: 'green', documentation: 'Like a frog.' },
          ],
          documentation: 'What it looks like.',
        },
        {
          key: 'Wheels',
          type: 'object-list',
          level: 'wheel',
          single: true,
          required: true,
          documentation: 'What it rolls on.',
        },
        { key: 'Maker', type: 'object', level: 'maker', required: false, documentation: 'Who made it.' },
        {
          key: 'Labels',
          type: 'object',
          level: 'labels',
          word: '*',
          required: false,
          documentation: 'What is stuck on it.',
        },
      ],
    },
    wheel: {
      keys: [
        { key: 'Size', type: 'integer', required: true, telling: true, documentation: 'In millimetres.' },
        { key: 'Tyres', type: 'string-list', single: true, required: false, documentation: 'What is around it.' },
      ],
    },
    maker: { keys: [{ key: 'Name', type: 'string', required: true, documentation: 'A name.' }] },
    labels: { keys: [], others: { type: 'string-list', single: true } },
  },
  places: [
    { of: { resource: 'aws_ecr_repository_policy' }, argument: 'policy' },
    { of: { resource: 'awscc_ecr_toy' }, argument: 'box', key: 'text' },
    { of: { module: /^toys\/box$/ }, argument: 'toy', switches: ['create'] },
  ],
  blocks: {
    type: 'aws_ecr_toy_document',
    attribute: 'json',
    arguments: {
      toy: [
        { key: 'Colour', name: 'colour', type: 'string', omitted: 'red' },
        { key: 'Wheels', name: 'wheel', type: 'block-list', level: 'wheel' },
        { key: 'Maker', name: 'maker', type: 'block', level: 'maker', omitted: { Name: 'Anon' } },
        { key: 'Labels', name: 'label', type: 'block-map', keys: ['side'], value: 'words', single: true, word: '*' },
        { key: 'Charms', name: 'charm', type: 'block-map', keys: ['kind', 'place'], value: 'names', single: true },
      ],
      wheel: [
        { key: 'Size', name: 'size', type: 'number' },
        { key: 'Tyres', name: 'tyres', type: 'string-list', single: true },
      ],
      maker: [
        { key: 'Name', name: 'name', type: 'string' },
        { key: 'Nick', name: 'nick', type: 'string' },
      ],
    },
    ignored: ['provider', 'region'],
  },
};
