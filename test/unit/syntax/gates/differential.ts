import { getExpressionAst, parse } from '@cdktn/hcl2json';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { outlineOfAst, outlineOfFact } from './expressionOutline.ts';
import { type Fact, officialFact } from './officialFacts.ts';
import { officialJson } from './officialJson.ts';

/**
 * The official parser's result for a text: its JSON, `refused`, or `without JSON` for a text that it parsed but whose
 * constants it could not compute (`!1`).
 */
async function officially(text: string): Promise<{ readonly json: unknown } | 'refused' | 'without JSON'> {
  try {
    return { json: await parse('test.tf', text) };
  } catch (error) {
    const message = String(error);
    if (message.startsWith('Error: parse config')) return 'refused';
    if (message.startsWith('Error: convert to HCL')) return 'without JSON';
    throw error;
  }
}

/** True when the official parser rejects the text. */
export async function isRefused(text: string): Promise<boolean> {
  return (await officially(text)) === 'refused';
}

/** How our reading of the text differs from that of the official parser; undefined when it does not. */
export async function differenceOf(text: string): Promise<Difference | undefined> {
  const theirs = await officially(text);
  const tree = readTree(text);
  const [problem] = tree.errors;
  if (theirs === 'refused') return problem === undefined ? { ours: 'accepted', theirs: 'refused' } : undefined;
  if (problem !== undefined) return { ours: `refused: ${problem.message}`, theirs: 'accepted' };
  const ours = officialJson(tree.body, text);
  if (theirs !== 'without JSON' && canonical(ours) !== canonical(theirs.json)) return { ours, theirs: theirs.json };
  return differenceOfExpressions(officialFact(tree, text), text);
}

export interface Difference {
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Compares the value of every attribute of the body with the result of the expression call on its source. */
async function differenceOfExpressions(body: Fact, text: string): Promise<Difference | undefined> {
  for (const value of valuesOf(body)) {
    const [start, end] = [Number(value[1]), Number(value[2])];
    const source = `${text.slice(start, end)}\n`;
    const ast = await getExpressionAst('test.tf', source);
    if (ast === null) return { ours: value, theirs: null };
    const [ours, theirs] = [outlineOfFact(value, start), outlineOfAst(ast, source)];
    if (ours.join('\n') !== theirs.join('\n')) return { ours: [source, ...ours], theirs: [source, ...theirs] };
  }
  return undefined;
}

/** The values of the attributes in a body and in the bodies of its blocks. */
function valuesOf(fact: Fact): readonly Fact[] {
  const [kind, ...rest] = fact;
  const children = rest.filter((child): child is Fact => Array.isArray(child));
  return kind === 'Attribute' ? children.slice(-1) : children.flatMap(valuesOf);
}

/** JSON with the keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
