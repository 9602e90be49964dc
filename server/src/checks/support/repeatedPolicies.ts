import { headerOf } from '../../ecr/header.ts';
import type { Clash } from '../../ecr/owners/clashes.ts';
import { clashOf } from '../../ecr/owners/clashes.ts';
import { callClashesOf } from '../../ecr/owners/clashesWithCalls.ts';
import type { OwnedKind } from '../../ecr/owners/owned.ts';
import { ownedFactOf, owningArgument } from '../../ecr/owners/owned.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding } from '../check.ts';

/** No more instances than this are named in a message. */
const NAMED_INSTANCES = 3;

/** How a check says that two blocks set the same thing. */
export interface RepeatedWords {
  /** Follows the subject: "is for the same repository", for instances "are for the same repository". */
  readonly is: string;
  readonly are: string;
  /** What AWS does, and what to do: whole sentences. */
  readonly advice: string;
  /** The label of the related place: "The other policy of the repository". */
  readonly other: string;
}

/** Reports a block that sets what an earlier block or instance sets. */
export function* repeatedFindings(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  words: RepeatedWords,
): Iterable<Finding> {
  const clash = declaration.isBroken ? null : clashOf(declaration, scope);
  if (clash === null) return;
  const { earlier } = clash;
  if (earlier === declaration) {
    yield { place: placeIn(declaration), message: `${ofInstances(clash)} ${words.are}. ${words.advice}` };
    return;
  }
  const [[first, own] = ['', '']] = clash.instances;
  const suffix =
    own === '' || own === '[each.key]' ? '' : ` This applies to ${named(clash.instances.map(([, one]) => one))}.`;
  yield {
    place: placeIn(declaration),
    message: `${earlier.address}${first === '[each.key]' ? '' : first} ${words.is}. ${words.advice}${suffix}`,
    related: [{ place: placeIn(earlier), message: words.other }],
  };
}

/** The same of what a called module sets, or of what one sets before: once for each thing of those kinds. */
export function* repeatedThroughCalls(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  wordsOf: (kind: OwnedKind) => RepeatedWords | undefined,
): Iterable<Finding> {
  if (declaration.isBroken) return;
  const told = new Set<string>();
  for (const { kind, earlier, first, second, place } of callClashesOf(declaration, scope)) {
    const words = wordsOf(kind);
    if (words === undefined || told.has(kind)) continue;
    told.add(kind);
    const isOwn = earlier === declaration;
    yield {
      place: place ?? placeIn(declaration),
      message: `${first} and ${second} ${words.are}. ${words.advice}`,
      related: isOwn ? [] : [{ place: placeIn(earlier), message: words.other }],
    };
  }
}

function ofInstances({ instances, isOfAll }: Clash): string {
  if (isOfAll) return 'All instances of this resource';
  return `The instances ${named([...new Set(instances.flat())])} of this resource`;
}

function named(instances: readonly string[]): string {
  const shown = instances.slice(0, NAMED_INSTANCES).join(', ');
  return instances.length > NAMED_INSTANCES ? `${shown} and ${instances.length - NAMED_INSTANCES} more` : shown;
}

/** The argument that identifies what is set, or the block's header. */
function placeIn(declaration: BlockDeclaration): Place {
  const argument = owningArgument(declaration);
  return argument === null ? headerOf(declaration) : placeOf(declaration.source, argument.value);
}

/** What is reported about a policy whose repository has another of the same kind; `words` are those of the kind. */
export function* repeatedPolicy(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  kind: OwnedKind,
  words: { readonly policy: string; readonly remedy: string },
): Iterable<Finding> {
  if (ownedFactOf(declaration)?.kind === kind) yield* repeatedFindings(declaration, scope, wordsOfPolicy(words));
  yield* repeatedThroughCalls(declaration, scope, (one) => (one === kind ? wordsOfPolicy(words) : undefined));
}

function wordsOfPolicy({ policy, remedy }: { readonly policy: string; readonly remedy: string }): RepeatedWords {
  return {
    is: 'is for the same repository',
    are: 'are for the same repository',
    advice: `A repository has one ${policy}: each apply overwrites one with the other. ${remedy}`,
    other: 'The other policy of the repository',
  };
}
