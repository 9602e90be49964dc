import { describe, expect, it } from 'vitest';
import type { PolicyList, PolicyMember, PolicyObject } from '../../../../server/src/ecr/documents/documentNodes.ts';
import { changedToy, toyIn, toyOfBlocks } from '../../support/toyDocument.ts';

const BODY = `  colour = "green"

  wheel {
    size  = 20
    tyres = ["soft"]
  }

  wheel {
    size = 30
  }

  maker {
    name = "Ann"
  }`;

function memberOf(object: PolicyObject, key: string): PolicyMember {
  const member = object.members.find((candidate) => candidate.key === key);
  if (member === undefined) throw new Error(`no ${key}`);
  return member;
}

function wheelsOf(root: PolicyObject): PolicyList {
  const { value } = memberOf(root, 'Wheels');
  if (value.kind !== 'list') throw new Error('the wheels are a list');
  return value;
}

function wheel(root: PolicyObject, index: number): PolicyObject {
  const item = wheelsOf(root).items[index];
  if (item?.kind !== 'object') throw new Error('no such wheel');
  return item;
}

function makerOf(root: PolicyObject): PolicyObject {
  const { value } = memberOf(root, 'Maker');
  if (value.kind !== 'object') throw new Error('the maker is an object');
  return value;
}

describe('a word in place of an object', () => {
  it('is written as one block', () => {
    const text = toyOfBlocks(BODY);
    const after = changedToy(text, (root) => ({ kind: 'set-key', object: root, key: 'Labels', value: '*' }));
    expect(after).toContain('  label {\n    side  = "*"\n    words = ["*"]\n  }\n');
    expect(toyIn(after ?? '')).toMatchObject({ Labels: '*' });
  });

  it.each([
    ['one block', 'label {\n  side = "*"\n  words = ["*"]\n}', '*'],
    ['a block with another key', 'label {\n  side = "left"\n  words = ["*"]\n}', { left: '*' }],
    ['a block with another value', 'label {\n  side = "*"\n  words = ["a"]\n}', { '*': 'a' }],
    [
      'several blocks',
      'label {\n  side = "*"\n  words = ["*"]\n}\nlabel {\n  side = "left"\n  words = ["a"]\n}',
      { '*': '*', left: 'a' },
    ],
  ])('is read from %s or not', (_, body, labels) => {
    expect(toyIn(toyOfBlocks(body))).toMatchObject({ Labels: labels });
  });
});

describe('a key that gets another name', () => {
  it('is the argument of that name', () => {
    const after = changedToy(toyOfBlocks(BODY), (root) => ({
      kind: 'rename-key',
      member: memberOf(makerOf(root), 'Name'),
      key: 'Nick',
    }));
    expect(after).toContain('  maker {\n    nick = "Ann"\n  }');
  });

  it('keeps its neighbours aligned', () => {
    const text = toyOfBlocks('  maker {\n    name = "A"\n    nick = "B"\n  }').replace('name = "A"\n', '');
    const after = changedToy(text, (root) => ({
      kind: 'rename-key',
      member: memberOf(makerOf(root), 'Nick'),
      key: 'Name',
    }));
    expect(after).toContain('name = "B"');
  });

  it.each([
    ['for a key that no argument makes', 'Other'],
    ['for a key of another type', 'Tyres'],
  ])('is not written %s', (_, key) => {
    const after = changedToy(toyOfBlocks(BODY), (root) => ({
      kind: 'rename-key',
      member: memberOf(wheel(root, 0), 'Size'),
      key,
    }));
    expect(after).toBeNull();
  });
});

describe('a key that moves to another block', () => {
  const move = (from: number, key: string, to: number, as: string) => (root: PolicyObject) =>
    ({
      kind: 'move-key',
      from: wheel(root, from),
      member: memberOf(wheel(root, from), key),
      to: wheel(root, to),
      key: as,
    }) as const;

  it('is written there as it was', () => {
    const after = changedToy(
      toyOfBlocks(BODY.replace('["soft"]', '["soft", # why\n      var.x]')),
      move(0, 'Tyres', 1, 'Tyres'),
    );
    expect(after).toMatch(/ {2}wheel {\n {4}size += 20\n {2}}\n/);
    expect(after).toContain('# why');
    expect(after).toMatch(/size\s+= 30\n {4}tyres = \["soft", # why\n/);
  });

  it('says the same there', () => {
    const after = changedToy(toyOfBlocks(BODY), move(0, 'Tyres', 1, 'Tyres'));
    expect(toyIn(after ?? '')).toMatchObject({ Wheels: [{ Size: 20 }, { Size: 30, Tyres: 'soft' }] });
  });

  it.each([
    ['where the block has it already', 0, 'Size', 1, 'Size'],
    ['under the name of a key of another type', 0, 'Size', 1, 'Tyres'],
    ['under a name that no argument has', 0, 'Tyres', 1, 'Other'],
  ] as const)('is not written %s', (_, from, key, to, as) => {
    expect(changedToy(toyOfBlocks(BODY), move(from, key, to, as))).toBeNull();
  });
});

describe('a block that is split before an argument', () => {
  const split = (index: number, key: string) => (root: PolicyObject) =>
    ({
      kind: 'split-item',
      list: wheelsOf(root),
      item: wheel(root, index),
      member: memberOf(wheel(root, index), key),
    }) as const;

  it.each([
    ['plain', BODY, '  wheel {\n    size = 20\n  }\n\n  wheel {\n    tyres = ["soft"]\n  }\n'],
    [
      'with comments',
      BODY.replace('20', '20 # mm').replace('    tyres', '    # around it\n    tyres'),
      '  wheel {\n    size = 20 # mm\n  }\n\n  wheel {\n    # around it\n    tyres = ["soft"]\n  }\n',
    ],
    [
      'with a blank line between',
      BODY.replace('    tyres', '\n    tyres'),
      '  wheel {\n    size = 20\n  }\n\n  wheel {\n    tyres = ["soft"]\n  }\n',
    ],
  ])('is two blocks: %s', (_, body, expected) => {
    const after = changedToy(toyOfBlocks(body), split(0, 'Tyres'));
    expect(after?.replace(/ +=/g, ' =')).toContain(expected);
    expect(toyIn(after ?? '')).toMatchObject({ Wheels: [{ Size: 20 }, { Tyres: 'soft' }, { Size: 30 }] });
  });

  it('keeps CRLF', () => {
    const after = changedToy(toyOfBlocks(BODY).replaceAll('\n', '\r\n'), split(0, 'Tyres'));
    expect(after?.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is not written before its first argument, nor on one line', () => {
    expect(changedToy(toyOfBlocks(BODY), split(0, 'Size'))).toBeNull();
    expect(changedToy(toyOfBlocks('  wheel { size = 1 }'), split(0, 'Size'))).toBeNull();
  });
});
