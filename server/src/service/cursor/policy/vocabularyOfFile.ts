import { documentSourceOf } from '../../../ecr/documents/documentSource.ts';
import { readHandedOver } from '../../../ecr/documents/handedOver.ts';
import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { VOCABULARIES } from '../../../ecr/documents/vocabularies.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';

/** What a file of JSON that a module reads is a document of: lifecycle policies unless another argument takes it. */
export function vocabularyOfFile(module: Module, uri: string): Vocabulary {
  const others = VOCABULARIES.filter((vocabulary) => vocabulary !== LIFECYCLE);
  return others.find((vocabulary) => isHandedOver(module, uri, vocabulary)) ?? LIFECYCLE;
}

function isHandedOver(module: Module, uri: string, vocabulary: Vocabulary): boolean {
  const scope = new RecordingScope(module);
  return module.allBlocks().some((owner) => {
    const source = documentSourceOf(owner, vocabulary);
    const groups = source === undefined ? [] : readHandedOver(owner, source, vocabulary, scope);
    return groups.some(({ documents }) =>
      documents.some(({ spelling }) => spelling.document?.mapped.place.uri === uri),
    );
  });
}
