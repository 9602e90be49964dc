import { printBlock } from '../../syntax/edit/print.ts';
import type { Assignment, BlockTerm, JsonValue, Term } from '../../syntax/edit/term.ts';

/** A block of the code and the comment lines above it, without their marks. */
export interface Chunk {
  readonly remarks: readonly string[];
  /** Null for comments that belong to no block. */
  readonly block: BlockTerm | null;
  /** The key for keeping judgments of the block: equal subjects give equal judgments. */
  readonly subjects: readonly string[];
}

export function chunk(block: BlockTerm, remarks: readonly string[] = [], subjects: readonly string[] = []): Chunk {
  return { remarks, block, subjects };
}

/** The chunk as text, without a newline at its end. */
export function printChunk({ remarks, block }: Chunk): string {
  const lines = remarks.map((remark) => (remark === '' ? '#' : `# ${remark}`));
  return [...lines, ...(block === null ? [] : [printBlock(block)])].join('\n');
}

export function text(name: string, value: JsonValue & (string | number | boolean | null)): Assignment {
  return { name, value: { kind: 'literal', value } };
}

export function reference(name: string, expression: string): Assignment {
  return { name, value: { kind: 'reference', text: expression } };
}

/** An assignment for a value; none for null. */
export function optional(name: string, value: string | null): Assignment[] {
  return value === null ? [] : [text(name, value)];
}

export function term(name: string, value: Term): Assignment {
  return { name, value };
}

export function resource(
  type: string,
  label: string,
  args: readonly Assignment[],
  blocks: readonly BlockTerm[] = [],
): BlockTerm {
  return { type: 'resource', labels: [type, label], arguments: args, blocks };
}

export function nested(type: string, args: readonly Assignment[], blocks: readonly BlockTerm[] = []): BlockTerm {
  return { type, labels: [], arguments: args, blocks };
}
