import type { Fix } from '../../ecr/edits/change.ts';
import type { Flaw } from '../../ecr/references/flaw.ts';
import { flawsOf } from '../../ecr/references/flawsOf.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding } from '../check.ts';

/** The mistakes of one kind in a block's references. */
export function findingsOf(kind: Flaw['kind'], declaration: BlockDeclaration, scope: RecordingScope): Finding[] {
  const { source } = declaration;
  return flawsOf(declaration, scope)
    .filter((flaw) => flaw.kind === kind)
    .map((flaw) => ({
      place: placeOf(source, flaw.range),
      message: flaw.message,
      fixes: fixesOf(flaw, source),
      ...(flaw.isStatic && { isOfValidate: true }),
      ...(flaw.severity !== undefined && { severity: flaw.severity }),
    }));
}

function fixesOf({ mend }: Flaw, source: PieceInFile): Fix[] {
  // In JSON, a reference is the text of a string.
  if (mend === undefined || source.uri.endsWith('.json')) return [];
  const { title, kind, range, text } = mend;
  return [{ title, kind, changes: [{ kind: 'replace-text', place: placeOf(source, range), text }] }];
}
