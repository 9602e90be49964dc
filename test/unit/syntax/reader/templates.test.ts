import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import type { Template, TemplateLiteral } from '../../../../server/src/syntax/tree/tree.ts';
import { problems, value } from './render.ts';

function template(text: string): Template {
  const [item] = readTree(text).body.items;
  if (item?.kind !== 'Attribute' || item.value.kind !== 'Template') throw new Error('no template');
  return item.value;
}

function literals(text: string): readonly TemplateLiteral[] {
  return template(text).parts.filter((part) => part.kind === 'TemplateLiteral');
}

describe('quoted strings', () => {
  it.each([
    ['"a${b}c"', '""a" ${b} "c""'],
    ['"\\n\\t\\"\\\\\\u0041\\U0001F600"', '""\\n\\t\\"\\\\A😀""'],
    ['"$${a} %%{b} $ % $$"', '""${a} %{b} $ % $$""'],
    ['"$$${a}"', '""$${a}""'],
    ['"  ${~ a ~}  b"', '""" ${a} "b""'],
    ['"${"${"a"}"}"', '"${"${""a""}"}"'],
    ['"${merge(\n  a,\n  { b = 1 }\n)}"', '"${merge(a, {b: 1})}"'],
    ['"%{ if a }x%{ else }y%{ endif }"', '"%if(a "x" else "y")"'],
    ['"%{ for k, v in m }${k}%{ endfor }"', '"%for(k,v m ${k})"'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
    expect(problems(`x = ${text}\n`)).toEqual([]);
  });

  it.each([
    ['"a\\qb"', '"\\\\q" This escape is not known'],
    ['"${a b}"', '"b" Expected "}" to end the interpolation.'],
    ['"%{ if a }x"', '"%{ if a }" This directive has no end'],
    ['"%{ endif }"', '"%{ endif }" Nothing that this directive could end'],
    ['"abc', '"\\"" This string is not closed on its line'],
  ])('reports %s', (text, problem) => {
    const [found] = problems(`x = ${text}\n`);
    expect(found?.startsWith(problem)).toBe(true);
  });
});

describe('heredocs', () => {
  it('keeps text, escapes only $${ and %%{', () => {
    expect(value('<<EOF\na \\n "b" $${c}\r\n  d\nEOF')).toBe('<<"a \\\\n \\"b\\" ${c}\\r\\n  d\\n"');
  });

  it('removes the indentation that all lines share, but not that of blank lines', () => {
    expect(value('<<-EOF\n    a\n      ${b}\n  \n    c\n    EOF')).toBe('<<"a\\n  " ${b} "\\n  \\nc\\n"');
  });

  it('counts a line whose start was trimmed as none', () => {
    const text = '<<-EOF\n    %{ if a ~}\n    b\n    %{ endif ~}\n    c\n    EOF';
    expect(value(text)).toBe('<<"" %if(a "    b\\n") "    c\\n"');
  });

  it('ends at its marker alone, which may be indented and hold a dash', () => {
    expect(value('<<E-1\nE-1x\n x E-1\n\tE-1  \n')).toBe('<<"E-1x\\n x E-1\\n"');
    expect(problems('x = <<EOF\na\nEOF')).toEqual([
      '"<<EOF" This heredoc is not closed: add a line with only its marker.',
    ]);
  });

  it('reads one inside the interpolation of another, with the same marker', () => {
    expect(value('<<EOF\n${<<EOF\na\nEOF\n}\nEOF')).toBe('<<${<<"a\\n"} "\\n"');
  });
});

describe('segments', () => {
  const samples = [
    'x = "a\\tb$${c}"\n',
    'x = <<-EOF\n    {\n      "a": "$${b}"\n    }\n  EOF\n',
    'x = <<EOF\n  a  %{~ if b ~}  \n c %{ endif }\nEOF\n',
  ];
  it.each(samples)('tile the literal and add up to its value: %j', (text) => {
    for (const literal of literals(text)) {
      expect(literal.segments.map((segment) => segment.value).join('')).toBe(literal.value);
      expect(literal.segments[0]?.start).toBe(literal.start);
      expect(literal.segments[literal.segments.length - 1]?.end).toBe(literal.end);
      for (const [index, segment] of literal.segments.entries()) {
        if (index > 0) expect(segment.start).toBe(literal.segments[index - 1]?.end);
        if (segment.verbatim) expect(text.slice(segment.start, segment.end)).toBe(segment.value);
      }
    }
  });
});
