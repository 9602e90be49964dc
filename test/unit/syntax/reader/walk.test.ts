import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { childrenOf, pathAt, visit } from '../../../../server/src/syntax/tree/walkTree.ts';

/** The kinds of the nodes at `$0` in the text, without the body of the file. */
function path(marked: string): string {
  const offset = marked.indexOf('$0');
  const tree = readTree(marked.replace('$0', ''));
  return pathAt(tree, offset)
    .slice(1)
    .map((node) => node.kind)
    .join(' ');
}

describe('the path at a cursor', () => {
  it.each([
    ['r "a" {\n  $0\n}\n', 'Block Body'],
    ['r "a" {$0', 'Block Body'],
    ['r$0 "a" {\n}\n', 'Block Name'],
    ['r "a$0" {\n}\n', 'Block Label'],
    ['a = $0\n', 'Attribute MissingExpression'],
    ['a = tr$0\n', 'Attribute Variable Name'],
    ['a = "x$0y"\n', 'Attribute Template TemplateLiteral'],
    ['a = "$0"\n', 'Attribute Template'],
    ['a = ["x", $0"y"]\n', 'Attribute TupleExpression Template'],
    ['a = [$0\n', 'Attribute TupleExpression'],
    ['a = f({\n  b$0\n})\n', 'Attribute FunctionCall ObjectExpression ObjectItem Variable Name'],
    ['a = f({\n  b = $0\n})\n', 'Attribute FunctionCall ObjectExpression ObjectItem MissingExpression'],
    ['a = var.$0\n', 'Attribute AttributeAccess Name'],
    ['a = "${var.$0}"\n', 'Attribute Template TemplateInterpolation AttributeAccess Name'],
    ['r {\n  im$0\n  a = 1\n}\n', 'Block Body Stray Name'],
  ])('%j', (marked, expected) => expect(path(marked)).toBe(expected));
});

describe('walking', () => {
  const text = 'r "a" b {\n  x\n  c = { d = [for k, v in e : "${k}%{ if v }y%{ endif }"], "f" : g(1, !h.*.i[0]) }\n}\n';

  it('gives children in text order, inside their parent', () => {
    visit(readTree(text).body, (node) => {
      let last = node.start;
      for (const child of childrenOf(node)) {
        expect(child.start).toBeGreaterThanOrEqual(last);
        expect(child.end).toBeLessThanOrEqual(node.end);
        last = child.end;
      }
    });
  });

  it('visits every node once, parents first, and not below a node that was refused', () => {
    const kinds: string[] = [];
    visit(readTree('a = [b, c]\n').body, (node) => kinds.push(node.kind));
    expect(kinds).toEqual(['Body', 'Attribute', 'Name', 'TupleExpression', 'Variable', 'Name', 'Variable', 'Name']);
    const seen: string[] = [];
    visit(readTree('a = [b, c]\n').body, (node) => {
      seen.push(node.kind);
      return node.kind !== 'TupleExpression';
    });
    expect(seen).toEqual(['Body', 'Attribute', 'Name', 'TupleExpression']);
  });
});
