import { describe, expect, it } from 'vitest';
import { createGrammarRegistry, EVERY_SCOPE, OWN_SCOPE, tokenize } from './grammars.ts';

const registry = createGrammarRegistry();

const AFTER = [
  '  repository = aws_ecr_repository.r.name',
  '}',
  '',
  'resource "aws_ecr_repository" "r" {',
  '  name = "r"',
  '}',
];

/** Bodies that leave something open, each of which would continue if only its own end could stop it. */
const OPEN_ENDED = {
  'an interpolation without its brace': '{ "rules": ${var.rules',
  'an interpolation open inside a string': `{ "rules": "\${var.rules }`,
  'a call open inside an interpolation': '{ "rules": ${jsonencode([for r in var.rules : { a = "',
  'a directive without its brace': '%{ for rule in var.rules',
  'a quote without its partner': '{ "rules: [] }',
  'brackets without partners': '{ "rules": [ { "a": [',
  'closing brackets alone': '} ] } } "',
  'a comment': '/* { "rules": [] }',
  'another marker': '<<EOT\n${<<-OTHER',
  'an empty body': '',
  'a line that starts like the marker': 'EOF_NOT_YET "${',
} as const;

function withHeredoc(opener: string, body: string): string {
  return ['resource "aws_ecr_lifecycle_policy" "r" {', `  policy = ${opener}`, body, '  EOF', ...AFTER].join('\n');
}

async function tokensAfter(scope: string, text: string): Promise<unknown> {
  const lines = await tokenize(registry, scope, text);
  return lines.slice(-AFTER.length);
}

describe.each(EVERY_SCOPE)('what follows a policy heredoc under %s', (scope) => {
  it.each(Object.entries(OPEN_ENDED))('is coloured as after a sound one: %s', async (_what, body) => {
    const sound = await tokensAfter(scope, withHeredoc('<<EOF', '{ "rules": [] }'));
    expect(await tokensAfter(scope, withHeredoc('<<EOF', body))).toEqual(sound);
    expect(await tokensAfter(scope, withHeredoc('<<-EOF', body))).toEqual(sound);
  });

  it('starts anew at the next block when the marker is missing', async () => {
    const next = ['resource "aws_ecr_repository" "r" {', '  name = "r"', '}'];
    const open = ['resource "aws_ecr_lifecycle_policy" "p" {', '  policy = <<EOF', '  { "rules": "${var.x', '}', ''];
    const lines = await tokenize(registry, scope, [...open, ...next].join('\n'));
    const [header, attribute] = lines.slice(-next.length);
    expect(header?.[0]?.scopes.join(' ')).toMatch(/ entity\.name\.type\.(hcl|terraform)$/);
    expect(attribute?.find(({ text }) => text === 'name')?.scopes.join(' ')).toMatch(
      / variable\.other\.readwrite\.hcl$/,
    );
    expect(
      lines
        .slice(-next.length)
        .flat()
        .flatMap(({ scopes }) => scopes),
    ).not.toContain('source.json');
  });
});

describe('what follows any other heredoc in our own grammar', () => {
  it.each(Object.entries(OPEN_ENDED))('is coloured as after a sound one: %s', async (_what, body) => {
    const other = (text: string) => withHeredoc('<<EOF', text).replace('policy =', 'script =');
    const sound = await tokensAfter(OWN_SCOPE, other('text'));
    expect(await tokensAfter(OWN_SCOPE, other(body))).toEqual(sound);
  });
});
