import { isIdentifier } from '../tokens/characters.ts';
import type { Assignment, BlockTerm, JsonValue, Term } from './term.ts';

const STEP = '  ';

/**
 * The term as `terraform fmt` formats it; lines separated by `\n`. The first line has no indentation, the others have
 * that of `margin` at least.
 */
export function printTerm(term: Term, margin = ''): string {
  switch (term.kind) {
    case 'literal':
      return typeof term.value === 'string' ? quote(term.value) : String(term.value);
    case 'reference':
      return margin === '' ? term.text : term.text.replaceAll(/\n(?=[^\n])/g, `\n${margin}`);
    case 'call':
      return `${term.name}(${printTerm(term.argument, margin)})`;
    case 'list':
      return printList(term.items, margin);
    case 'object': {
      if (term.members.length === 0) return '{}';
      return `{\n${printAssignments(term.members.map(asMember), margin + STEP)}\n${margin}}`;
    }
  }
}

function printList(items: readonly Term[], margin: string): string {
  const isFlat = items.every(({ kind }) => kind === 'literal' || kind === 'reference');
  if (isFlat) return `[${items.map((item) => printTerm(item, margin)).join(', ')}]`;
  const inner = margin + STEP;
  return `[\n${items.map((item) => `${inner}${printTerm(item, inner)},`).join('\n')}\n${margin}]`;
}

/** Lines of `name = value` with aligned `=` over each run of one-line values, like the formatter; all are indented. */
function printAssignments(assignments: readonly Assignment[], margin: string): string {
  const lines: string[] = [];
  let run: { readonly name: string; readonly text: string }[] = [];
  const flush = () => {
    let width = 0;
    for (const { name } of run) if (name.length > width) width = name.length;
    for (const { name, text } of run) lines.push(`${margin}${name.padEnd(width)} = ${text}`);
    run = [];
  };
  for (const { name, value } of assignments) {
    const text = printTerm(value, margin);
    if (text.includes('\n')) {
      flush();
      lines.push(`${margin}${name} = ${text}`);
    } else run.push({ name, text });
  }
  flush();
  return lines.join('\n');
}

/** A block as the formatter writes it, without a newline at its end; its first line has no indentation. */
export function printBlock(block: BlockTerm, margin = ''): string {
  const header = [block.type, ...block.labels.map(quote)].join(' ');
  const inner = margin + STEP;
  const parts = block.blocks.map((nested) => inner + printBlock(nested, inner));
  if (block.arguments.length > 0) parts.unshift(printAssignments(block.arguments, inner));
  return parts.length === 0 ? `${header} {}` : `${header} {\n${parts.join('\n\n')}\n${margin}}`;
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
