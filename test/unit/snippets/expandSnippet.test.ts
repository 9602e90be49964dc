import { describe, expect, it } from 'vitest';
import { expandSnippet } from './expandSnippet.ts';

describe('expanding a snippet', () => {
  it.each([
    ['a $1b$0', 'tab stop 1 is used before it is defined'],
    ['${1:open', 'not closed'],
    ['${1|a,b', 'not closed'],
    ['cost: $ 5', 'starts no place'],
  ])('refuses %s', (body, message) => {
    expect(() => expandSnippet(body)).toThrow(message);
  });

  it.each([
    ['name = "${1:app}"$0', 'name = "app"'],
    ['${1:app} ${2:team/$1} ${2}', 'app team/app team/app'],
    ['${1|IMMUTABLE,MUTABLE|}/$1', 'IMMUTABLE/IMMUTABLE'],
    ['\\${each.key} ${1:{ \\} \\\\}', '${each.key} { } \\'],
    ['plain \\n text', 'plain \\n text'],
  ])('gives the defaults of %s', (body, text) => {
    expect(expandSnippet(body).text).toBe(text);
  });

  it('lists what the body defines and mentions', () => {
    const { defined, mentioned, choices } = expandSnippet('${2:b} ${1|x,y|} $2 $0');
    expect(defined).toEqual([2, 1]);
    expect([...mentioned]).toEqual([2, 1, 0]);
    expect([...choices]).toEqual([[1, ['x', 'y']]]);
  });
});
