import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cpuSecondsOf, MUCH } from '../unit/support/cpuTime.ts';

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

interface Configuration {
  readonly autoClosingPairs: readonly { readonly open: string; readonly notIn?: readonly string[] }[];
  readonly wordPattern: Pattern;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const FILE = new URL('../../syntaxes/terraform.language-configuration.json', import.meta.url);
const configuration: Configuration = JSON.parse(readFileSync(FILE, 'utf8'));

/** The word that an editor finds at the cursor, which `|` marks. */
function wordAt(marked: string): string | undefined {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { pattern, flags } = configuration.wordPattern;
  const words = Array.from(text.matchAll(new RegExp(pattern, `${flags}g`)));
  return words.find(({ 0: word, index }) => index <= cursor && cursor <= index + word.length)?.[0];
}

/** What the first rule for Enter does between two texts. */
function onEnter(before: string, after: string): unknown {
  const holds = (pattern: string | undefined, text: string) => pattern === undefined || new RegExp(pattern).test(text);
  return configuration.onEnterRules.find((rule) => holds(rule.beforeText, before) && holds(rule.afterText, after))
    ?.action;
}

describe('the word at the cursor', () => {
  it.each([
    ['  rulePri|ority = 1', 'rulePriority'],
    ['tagStatus = "unt|agged"', 'untagged'],
    ['tagStatus = "|"', undefined],
    ['tagStatus = "unt|', 'unt'],
    ['repository = aws_ecr_repository.r|.name', 'r'],
    ['repository = aws_ecr_rep|ository.r.name', 'aws_ecr_repository'],
    ['"tagPatternList": ["release-|*"]', 'release-'],
    ['countNumber = 3|0', '30'],
    ['größe-2| = 1', 'größe-2'],
    ['a = |', undefined],
  ])('%s', (marked, word) => {
    expect(wordAt(marked)).toBe(word);
  });
});

describe('indentation', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  it.each(['resource "a" "b" {', '  policy = jsonencode({', '  rules = [ # the rules', 'x = f( // why'])(
    'grows after %s',
    (line) => {
      expect(line).toMatch(new RegExp(increaseIndentPattern));
    },
  );

  it.each(['action = { type = "expire" }', '# resource "a" {', 'name = "x"', '  // f('])('stays after %s', (line) => {
    expect(line).not.toMatch(new RegExp(increaseIndentPattern));
  });

  it.each(['}', '  })', '    ]', '  ),'])('shrinks at %s', (line) => {
    expect(line).toMatch(new RegExp(decreaseIndentPattern));
  });

  it('answers a long line of brackets at once', () => {
    const line = '{ '.repeat(500_000);
    const answer = () => {
      new RegExp(increaseIndentPattern).test(`${line}x`);
      onEnter(`${line}x`, '');
    };
    expect(cpuSecondsOf(answer)).toBeLessThan(MUCH);
  });
});

describe('Enter', () => {
  it.each([
    ['# a comment that goes', ' on', { indent: 'none', appendText: '# ' }],
    ['  // a comment that goes', ' on', { indent: 'none', appendText: '// ' }],
    ['# a comment at its end', '', undefined],
    ['  selection = {', '}', { indent: 'indentOutdent' }],
    ['  policy = <<-EOT', '', { indent: 'indent' }],
    ['  policy = <<EOT', '', undefined],
    ['  name = "x"', '', undefined],
  ])('between %j and %j', (before, after, action) => {
    expect(onEnter(before, after)).toEqual(action);
  });
});

describe('closing pairs', () => {
  it('close a brace inside a string, for an interpolation, and no second quote there', () => {
    const notIn = (open: string) => configuration.autoClosingPairs.find((pair) => pair.open === open)?.notIn ?? [];
    expect(notIn('{')).not.toContain('string');
    expect(notIn('"')).toContain('string');
  });
});
