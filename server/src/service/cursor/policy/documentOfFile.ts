import { documentSourceOf } from '../../../ecr/documents/documentSource.ts';
import { readHandedOver } from '../../../ecr/documents/handedOver.ts';
import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { VOCABULARIES } from '../../../ecr/documents/vocabularies.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import type { DocumentPlace } from '../../../facts/documentPlace.ts';
import type { Module } from '../../../module/module.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';

/** The kind of a JSON file's document, and the argument that takes it; null when unknown. */
export interface DocumentOfFile {
  readonly vocabulary: Vocabulary;
  readonly place: DocumentPlace | null;
}

/** The kind of document in a JSON file that a module reads: a lifecycle policy unless another argument takes it. */
export function documentOfFile(module: Module, uri: string): DocumentOfFile {
  for (const vocabulary of VOCABULARIES.filter((one) => one !== LIFECYCLE)) {
    const place = placeOfFile(module, uri, vocabulary);
    if (place !== undefined) return { vocabulary, place };
  }
  return { vocabulary: LIFECYCLE, place: null };
}

function placeOfFile(module: Module, uri: string, vocabulary: Vocabulary): DocumentPlace | undefined {
  const scope = questionScope(module);
  for (const owner of module.allBlocks()) {
    const source = documentSourceOf(owner, vocabulary);
    const groups = source === undefined ? [] : readHandedOver(owner, source, vocabulary, scope);
    const documents = groups.flatMap((group) => group.documents);
    if (documents.some(({ spelling }) => spelling.document?.mapped.place.uri === uri)) return source?.fact;
  }
  return undefined;
}
