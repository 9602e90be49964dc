import type { Recipe } from '../../../facts/access/recipes.ts';
import { EXAMPLES } from '../../../facts/access/recipes.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import type { JsonValue, Term } from '../../../syntax/edit/term.ts';
import { termOf } from '../../../syntax/edit/term.ts';
import type { AccessPolicy } from './accessPolicy.ts';

/**
 * The statements of a recipe to add to a policy, with examples for the names that the user fills in: with ids that the
 * policy does not use, and for the repositories of its first statement.
 */
export function exampleStatements({ statements }: Recipe, policy: AccessPolicy): readonly JsonValue[] {
  const taken = policy.statements.flatMap(({ sid }) => (sid.state === 'known' ? [sid.value] : []));
  const resources = policy.statements.map((statement) => statement.resources).find(({ state }) => state === 'known');
  const [first] = resources?.state === 'known' && !resources.isNegated ? resources.entries : [];
  const about = first?.text ?? '*';
  return statements.map((statement) => {
    const { Sid = '', ...rest } = statement;
    const own = 'Resource' in rest ? { ...rest, Resource: about } : rest;
    return filled({ Sid: freeSid(String(Sid), taken), ...own });
  });
}

function freeSid(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name}${number}`;
  return free;
}

/** The same as a Terraform expression, with `repository` as the expression of the repository's ARN. */
export function statementTerm(recipe: Recipe, repository: string): Term {
  return { kind: 'list', items: recipe.statements.map((statement) => withReference(termOf(statement), repository)) };
}

/** A text with an example in place of each name in angle brackets. */
function filledText(text: string): string {
  return text.replaceAll(/<(\w+)>/g, (written, name: string) => lookUp(EXAMPLES, name) ?? written);
}

function filled(value: JsonValue): JsonValue {
  if (typeof value === 'string') return filledText(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(filled);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member)]));
}

function withReference(term: Term, repository: string): Term {
  switch (term.kind) {
    case 'literal':
      if (term.value === '<repository>') return { kind: 'reference', text: repository };
      return typeof term.value === 'string' ? { ...term, value: filledText(term.value) } : term;
    case 'list':
      return { ...term, items: term.items.map((item) => withReference(item, repository)) };
    case 'object':
      return {
        ...term,
        members: term.members.map(({ name, value }) => ({ name, value: withReference(value, repository) })),
      };
    default:
      return term;
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
