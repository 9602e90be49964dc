import { describe, expect, it } from 'vitest';
import { addressesIn } from '../../../../client/src/simulator/view/controls/drop.ts';

const dropped = (data: Readonly<Record<string, string>>) => addressesIn((kind) => data[kind] ?? '');

describe('the addresses in what is dropped', () => {
  it.each([
    ['one of the editor', { 'application/vnd.code.uri-list': 'file:///a/images.json' }, ['file:///a/images.json']],
    ['one of a program', { 'text/uri-list': 'file:///a/images.json' }, ['file:///a/images.json']],
    ['several', { 'text/uri-list': 'file:///a\r\nfile:///b\r\n' }, ['file:///a', 'file:///b']],
    ['a comment before it', { 'text/uri-list': '# files\r\nfile:///a' }, ['file:///a']],
    [
      'the editor before others',
      { 'application/vnd.code.uri-list': 'vscode-remote://host/a', 'text/uri-list': 'http://localhost/a' },
      ['vscode-remote://host/a'],
    ],
    [
      'an empty list of the editor',
      { 'application/vnd.code.uri-list': '\n', 'text/uri-list': 'file:///b' },
      ['file:///b'],
    ],
    ['text alone', { 'text/plain': 'file:///a' }, []],
    ['nothing', {}, []],
  ])('reads %s', (_, data, expected) => {
    expect(dropped(data)).toEqual(expected);
  });
});
