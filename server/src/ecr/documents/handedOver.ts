import type { JsonDocument } from '../../embedded/jsonDocument.ts';
import { readJson } from '../../embedded/jsonDocument.ts';
import type { EvaluationOptions } from '../../evaluate/evaluate.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Meter } from '../../evaluate/meter.ts';
import { unknown } from '../../evaluate/values/makeValue.ts';
import { encodedIn, failuresIn, isWhollyKnown } from '../../evaluate/values/partsOfValue.ts';
import type { UnknownValue, Value } from '../../evaluate/values/value.ts';
import { attributeOf as attributeOfValue } from '../../evaluate/values/valueAccess.ts';
import { extentOf, isGivenUp, TOO_LARGE } from '../../evaluate/values/valueExtent.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { anyInstanceOf, possibleInstancesOf } from '../instances.ts';
import type { Existence } from './blockExistence.ts';
import { existenceOf } from './blockExistence.ts';
import type { PolicyNode } from './documentNodes.ts';
import type { ReachedDocument } from './documentReference.ts';
import { documentReachedBy } from './documentReference.ts';
import type { DocumentSource } from './documentSource.ts';
import { withMergedDocuments } from './mergedDocuments.ts';
import { readDocument, readDocumentBranches, readDoubtfulDocuments } from './spelling/blocks/readValue.ts';
import { readHcl } from './spelling/hcl/readValue.ts';
import { readJsonText } from './spelling/json/readValue.ts';
import type { Variant } from './variants.ts';
import { documentVariantsOf } from './variants.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The spelling of a document. */
export interface Spelling {
  /** Null when nothing is known about its structure. */
  readonly root: PolicyNode | null;
  /** The JSON text, if it is written as JSON. */
  readonly document: JsonDocument | null;
  /** Whether the text uses the keys of the JSON or the arguments of the data source. */
  readonly words: 'json' | 'document';
  /** The block of the data source that makes it, if any. */
  readonly madeBy: BlockDeclaration | null;
}

/** A document that a block sets: for one instance and one branch of an undecided condition. */
export interface HandedOver extends Variant {
  /** The key of the block's instance, when instances differ; null for a single one. */
  readonly instance: string | null;
  readonly spelling: Spelling;
  /** True when a part was given up because of its size, so that nothing is known about that part. */
  readonly isTooLarge: boolean;
}

/** The documents of all instances that differ; null for a block that sends none. */
export interface HandedOverGroup {
  readonly existence: Exclude<Existence, 'never'>;
  readonly documents: readonly HandedOver[];
  /** Readings that are only meaningful together, each with its `doubt`. */
  readonly doubtful: readonly HandedOver[];
  /** Failures that no condition can avoid. */
  readonly certainFailures: readonly UnknownValue[];
}

/** The documents that a block sets, for each instance when instances differ. */
export function readHandedOver(
  owner: BlockDeclaration,
  source: DocumentSource,
  vocabulary: Vocabulary,
  scope: RecordingScope,
): readonly HandedOverGroup[] {
  const existence = existenceOf(owner, source.fact.switches ?? [], scope);
  if (existence === 'never') return [];
  const read = (value: Value, instance: string | null, { budget }: Evaluator): HandedOverGroup => {
    const isCut = budget.isCut && !isWhollyKnown(value);
    const all = documentVariantsOf(value, vocabulary)
      .flatMap((variant) => documentsIn(variant, instance, vocabulary, scope.meter))
      .map((document) => ({ ...document, isTooLarge: document.isTooLarge || isCut }));
    return {
      existence,
      documents: all.filter(({ doubt }) => doubt === undefined),
      doubtful: all.filter(({ doubt }) => doubt !== undefined),
      certainFailures: failuresIn(value),
    };
  };
  const evaluator = new Evaluator(scope);
  const value = evaluateSource(owner, source, evaluator);
  const instances = evaluator.usedInstance ? possibleInstancesOf(owner, scope) : null;
  const readAgain = (options: EvaluationOptions, instance: string | null) => {
    const ofInstance = new Evaluator(scope, options);
    return read(evaluateSource(owner, source, ofInstance), instance, ofInstance);
  };
  if (instances !== null) return instances.map(({ key, options }) => readAgain(options, key));
  const options = evaluator.usedInstance ? anyInstanceOf(owner, scope) : null;
  return [options === null ? read(value, null, evaluator) : readAgain(options, null)];
}

/** The document value that a block sets, before it is read. */
export function evaluateSource(
  owner: BlockDeclaration,
  { argument, fact }: DocumentSource,
  evaluator: Evaluator,
): Value {
  const given = evaluator.evaluate({ source: owner.source, expression: argument.value });
  const value = fact.key === undefined ? given : attributeOfValue(given, fact.key, given);
  return encodedIn(value) ?? value;
}

/** The documents in one reading of a value: several when a data source with conditions makes it. */
function documentsIn(
  variant: Variant,
  instance: string | null,
  vocabulary: Vocabulary,
  meter: Meter,
): readonly HandedOver[] {
  const { value, isBranch } = variant;
  const reached = value.kind === 'unknown' ? documentReachedBy(value, vocabulary) : null;
  const cost = reached === null ? READING_STEPS * extentOf(value).size : lengthOf(reached.declaration);
  const ofValue = (read: Value): HandedOver[] => [
    { ...variant, value: read, instance, spelling: readSpelling(read, vocabulary), isTooLarge: isGivenUp(read) },
  ];
  if (!meter.spend(cost)) return ofValue(unknown(TOO_LARGE, value));
  if (reached === null) return ofValue(value);
  const { declaration, evaluator } = reached;
  const spell = (root: PolicyNode) => madeByBlocks(declaration, withMerged(root, reached, vocabulary, []));
  const roots = readDocumentBranches(declaration, evaluator, vocabulary);
  const made = roots.map((root) => ({
    ...variant,
    isBranch: isBranch || roots.length > 1,
    instance,
    spelling: spell(root),
    isTooLarge: evaluator.budget.isCut,
  }));
  if (variant.doubt !== undefined) return made;
  const doubtful = readDoubtfulDocuments(declaration, evaluator, vocabulary);
  return [
    ...made,
    ...doubtful.map(({ result, doubt }) => ({
      value,
      isBranch: true,
      doubt,
      instance,
      spelling: spell(result),
      isTooLarge: evaluator.budget.isCut,
    })),
  ];
}

/** The cost of reading one part of a document's value and running all checks on it. */
const READING_STEPS = 2;

/** The length of a block in characters, as a measure of how much there is to read. */
function lengthOf({ block }: BlockDeclaration): number {
  return block.end - block.start;
}

/**
 * The spelling of a document value, with everything unknown that depends on a condition. `within` are the data sources
 * that include it.
 */
export function readSpelling(given: Value, vocabulary: Vocabulary, within: readonly BlockDeclaration[] = []): Spelling {
  const value = encodedIn(given) ?? given;
  const inJson = { words: 'json', madeBy: null } as const;
  if (value.kind === 'encoded') return { root: readHcl(value.encoded, vocabulary), document: null, ...inJson };
  if (value.kind === 'unknown') {
    const reached = documentReachedBy(value, vocabulary);
    if (reached !== null) {
      const { budget } = reached.evaluator;
      // Documents that merge each other are read once for each way that leads to them.
      if (!budget.meter.spend(lengthOf(reached.declaration))) return { root: null, document: null, ...inJson };
      const root = readDocument(reached.declaration, reached.evaluator, vocabulary);
      return madeByBlocks(reached.declaration, withMerged(root, reached, vocabulary, within));
    }
  }
  if (value.kind !== 'string' && value.kind !== 'partial-string') return { root: null, document: null, ...inJson };
  const document = readJson(value.mapped);
  return { root: readJsonText(document, vocabulary), document, ...inJson };
}

/** Longer chains of data sources that include each other are not followed. */
const MERGE_DEPTH = 8;

function withMerged(
  root: PolicyNode,
  { declaration, evaluator }: ReachedDocument,
  vocabulary: Vocabulary,
  within: readonly BlockDeclaration[],
): PolicyNode {
  const inside = [...within, declaration];
  const isTooDeep = within.includes(declaration) || inside.length > MERGE_DEPTH;
  return withMergedDocuments(root, declaration, evaluator, vocabulary, (value) =>
    isTooDeep ? null : readSpelling(value, vocabulary, inside).root,
  );
}

/** A document that blocks of a data source make. */
export function madeByBlocks(madeBy: BlockDeclaration, root: PolicyNode): Spelling {
  return { root, document: null, words: 'document', madeBy };
}
