import { isIdentifier } from '../tokens/characters.ts';
import type { Assignment, BlockTerm, JsonValue, Term } from './term.ts';

const STEP = '  ';

/** The term as `terraform fmt` formats it; lines separated by `\n`, the first without indentation. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case 'literal':
      return typeof term.value === 'string' ? quote(term.value) : String(term.value);
    case 'reference':
      return term.text;
    case 'call':
      return `${term.name}(${printTerm(term.argument)})`;
    case 'list':
      return printList(term.items);
    case 'object':
      return term.members.length === 0 ? '{}' : `{\n${indent(printAssignments(term.members.map(asMember)))}\n}`;
  }
}

function printList(items: readonly Term[]): string {
  const isFlat = items.every(({ kind }) => kind === 'literal' || kind === 'reference');
  if (isFlat) return `[${items.map(printTerm).join(', ')}]`;
  return `[\n${items.map((item) => `${indent(printTerm(item))},`).join('\n')}\n]`;
}

/** Lines of `name = value` with aligned `=` over each run of one-line values, like the formatter. */
function printAssignments(assignments: readonly Assignment[]): string {
  const printed = assignments.map(({ name, value }) => ({ name, text: printTerm(value) }));
  const lines: string[] = [];
  let run: typeof printed = [];
  const flush = () => {
    let width = 0;
    for (const { name } of run) if (name.length > width) width = name.length;
    for (const { name, text } of run) lines.push(`${name.padEnd(width)} = ${text}`);
    run = [];
  };
  for (const assignment of printed) {
    if (assignment.text.includes('\n')) {
      flush();
      lines.push(`${assignment.name} = ${assignment.text}`);
    } else run.push(assignment);
  }
  flush();
  return lines.join('\n');
}

/** A block as the formatter writes it, without a newline at its end. */
export function printBlock(block: BlockTerm): string {
  const header = [block.type, ...block.labels.map(quote)].join(' ');
  const parts = [printAssignments(block.arguments), ...block.blocks.map(printBlock)].filter((part) => part !== '');
  return parts.length === 0 ? `${header} {}` : `${header} {\n${indent(parts.join('\n\n'))}\n}`;
}

/** JSON as people write it in policies: members on separate lines, short lists on one. */
export function printJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    const isFlat = items.every((item) => item === null || typeof item !== 'object');
    if (isFlat) return `[${items.map(printJson).join(', ')}]`;
    return `[\n${items.map((item) => indent(printJson(item))).join(',\n')}\n]`;
  }
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${printJson(member)}`);
  return members.length === 0 ? '{}' : `{\n${members.map(indent).join(',\n')}\n}`;
}

/** The same on one line: `{"a": 1}`. */
export function printJsonInline(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printJsonInline).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${printJsonInline(member)}`)
    .join(', ')}}`;
}

/** The same on one line: `{ a = 1 }`. */
export function printTermInline(term: Term): string {
  if (term.kind === 'list') return `[${term.items.map(printTermInline).join(', ')}]`;
  if (term.kind !== 'object') return printTerm(term);
  const members = term.members.map(asMember).map(({ name, value }) => `${name} = ${printTermInline(value)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Words that HCL does not accept as a key. */
const NOT_A_KEY = ['true', 'false', 'null', 'for'];

/** A member with the quotes that its key needs in an object. */
function asMember({ name, value }: Assignment): Assignment {
  return isIdentifier(name) && !NOT_A_KEY.includes(name) ? { name, value } : { name: quote(name), value };
}

/** A string literal of HCL. */
export function quote(value: string): string {
  if (/^[\w ./:@*-]*$/.test(value)) return `"${value}"`;
  // HCL lacks two of JSON's escapes.
  const escaped = JSON.stringify(value).replaceAll(/\\(.)/g, (written, letter: string) => {
    return letter === 'b' ? '\\u0008' : letter === 'f' ? '\\u000c' : written;
  });
  return escaped.replaceAll('${', () => '$${').replaceAll('%{', '%%{');
}

function indent(lines: string): string {
  const hasEmptyLine = lines.includes('\n\n') || lines.startsWith('\n') || lines.endsWith('\n');
  if (!hasEmptyLine) return STEP + lines.replaceAll('\n', `\n${STEP}`);
  return lines.replaceAll(/(^|\n)(?=[^\n])/g, `$1${STEP}`);
}
