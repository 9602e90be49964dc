import { unknownsIn } from '../../evaluate/values/partsOfValue.ts';
import { renderString } from '../../evaluate/values/renderValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { PolicyNode } from './documentNodes.ts';
import type { Spelling } from './handedOver.ts';
import type { UnknownPart } from './printMade.ts';
import { printMade } from './printMade.ts';

/** The parts of a document that decide what Terraform sends. */
export interface DocumentToRender extends Pick<Spelling, 'root' | 'words'> {
  /** The value of the argument that takes the document. */
  readonly value: Value;
}

/** The JSON of a document without insignificant white space, or its unknown parts. */
export type RenderedDocument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly parts: readonly UnknownPart[] };

/**
 * The JSON that Terraform sends for a document of any vocabulary: in the form of its expression, without white space
 * outside strings where the provider removes it. Text that is not JSON is returned unchanged.
 */
export function renderDocument({ value, root, words }: DocumentToRender): RenderedDocument {
  if (words === 'document' && root !== null) return fromNodes(root);
  const text = value.kind === 'encoded' ? renderString(value.encoded) : value.kind === 'string' ? value.value : null;
  if (text !== null) return { kind: 'text', text: value.kind === 'encoded' ? text : compact(text) };
  if (value.kind === 'partial-string') {
    const holes = value.mapped.segments.filter(({ kind }) => kind === 'hole');
    return { kind: 'unknown', parts: holes.map(({ place }) => ({ place, because: 'what it gives is not known' })) };
  }
  return { kind: 'unknown', parts: unknownsIn(value).map((part) => ({ place: part.place, because: reasonOf(part) })) };
}

function reasonOf(part: ReturnType<typeof unknownsIn>[number]): string {
  if (part.kind === 'unknown') return part.because;
  return part.kind === 'alternatives'
    ? 'it depends on a condition that is not known'
    : 'a part of the text is not known';
}

/** The JSON text without white space between its tokens. */
function compact(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, '$1');
}

/** What the data source writes. */
function fromNodes(root: PolicyNode): RenderedDocument {
  const parts: UnknownPart[] = [];
  const text = root.kind === 'object' ? printMade(root, root.vocabulary, parts) : '';
  if (root.kind !== 'object') parts.push({ place: root.place, because: 'it is not an object' });
  return parts.length > 0 ? { kind: 'unknown', parts } : { kind: 'text', text };
}
