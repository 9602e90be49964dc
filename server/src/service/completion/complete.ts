import type { Module } from '../../module/module.ts';
import type { LocatedCursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor.ts';
import { argumentNameItems } from './argumentNames.ts';
import { argumentValueItems } from './argumentValues.ts';
import { addressNameItems, attributeItems } from './attributes.ts';
import type { CompletionItem, Draft } from './item.ts';
import { inOrder } from './item.ts';
import { policyKeyItems } from './policyKeys.ts';
import { policyValueItems } from './policyValues.ts';
import { repositoryPlaceItems } from './repositoryPlaces.ts';
import { resourceTypeItems } from './resourceTypes.ts';
import { tagItems } from './tagItems.ts';

export interface CompletionRequest {
  readonly module: Module;
  readonly uri: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
  /** False beside an extension that completes names of arguments, blocks and resource types itself. */
  readonly offersArguments: boolean;
}

/** What may be written at an offset, the likeliest first; empty where nothing of ECR can stand. */
export function complete({ module, uri, offset, offersArguments }: CompletionRequest): CompletionItem[] {
  const located = cursorAt(module, uri, offset);
  return located === null ? [] : inOrder(draftsAt(located, offersArguments));
}

function draftsAt({ point, cursor }: LocatedCursor, offersArguments: boolean): Draft[] {
  switch (cursor.kind) {
    case 'policy-key':
      return policyKeyItems(point, cursor);
    case 'policy-value':
      return policyValueItems(point, cursor);
    case 'argument-value':
      return argumentValueItems(point, cursor);
    case 'argument-name':
      return offersArguments ? argumentNameItems(point, cursor) : [];
    case 'type-label':
      return offersArguments ? resourceTypeItems(point, cursor) : [];
    case 'attribute':
      return offersArguments ? attributeItems(point, cursor) : [];
    case 'address-name':
      return offersArguments ? addressNameItems(point, cursor) : [];
    case 'tag-list':
      return tagItems(point, cursor);
    case 'repository-place':
      return repositoryPlaceItems(point, cursor);
    case 'import-word':
      return [];
  }
}
