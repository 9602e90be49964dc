import { headerOf } from '../../ecr/header.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { REGION_ARGUMENT } from '../../facts/provider/metaArguments.ts';
import type { ArgumentFeature } from '../../facts/provider/providerFeatures.ts';
import { ARGUMENT_FEATURES } from '../../facts/provider/providerFeatures.ts';
import type { BodyFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { compareReleases, releaseOf } from '../../module/versions/release.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute, Body } from '../../syntax/tree/tree.ts';
import type { NeededFeature } from './tooNew.ts';

/** The features of the AWS provider that a block uses and that a particular release introduced, one per release. */
export function neededFeatures(declaration: BlockDeclaration, scope: RecordingScope): readonly NeededFeature[] {
  const used = [...typeFeatures(declaration), ...valueFeatures(declaration, scope), ...itemFeatures(declaration)];
  const told = new Map<string, NeededFeature>();
  for (const feature of used) {
    const other = told.get(feature.since);
    if (other === undefined || demandsMore(feature, other)) told.set(feature.since, feature);
  }
  const reported = new Set(told.values());
  return used.filter((feature) => reported.has(feature));
}

/** True for a more demanding feature of the same release; of equal ones, values come before the blocks around them. */
function demandsMore({ wanted }: NeededFeature, other: NeededFeature): boolean {
  return compareReleases(releaseOf(wanted), releaseOf(other.wanted)) > 0;
}

function typeFeatures(declaration: BlockDeclaration): NeededFeature[] {
  const { type, labels } = declaration;
  const fact = bodyFact(type, labels[0] ?? '');
  if (fact?.since === undefined) return [];
  const { since } = fact;
  return [{ name: fact.type, since, wanted: since, place: headerOf(declaration), isWhole: true }];
}

function valueFeatures(declaration: BlockDeclaration, scope: RecordingScope): NeededFeature[] {
  const { type, labels, block, source } = declaration;
  const facts = ARGUMENT_FEATURES.filter((fact) => fact.block === type && fact.type === labels[0]);
  if (facts.length === 0) return [];
  const evaluator = new Evaluator(scope);
  return attributesBelow(block.body).flatMap((attribute) =>
    facts
      .filter(({ argument }) => argument === attribute.name.text)
      .flatMap((fact): NeededFeature[] => {
        if (fact.values === null) return [feature(fact, placeOf(source, attribute.name), fact.argument)];
        const value = evaluator.evaluate({ source, expression: attribute.value });
        return valuesIn(value).flatMap(({ text, place }) =>
          fact.values?.includes(text) ? [feature(fact, place, `"${text}"`)] : [],
        );
      }),
  );
}

function feature({ since, worksSince }: ArgumentFeature, place: Place, name: string): NeededFeature {
  return { name, since, wanted: worksSince ?? since, place, isWhole: false };
}

/** A string, or each string of a list. */
function valuesIn(value: Value): readonly { readonly text: string; readonly place: Place }[] {
  if (value.kind === 'string') return [{ text: value.value, place: value.place }];
  return value.kind === 'list' ? value.items.flatMap(valuesIn) : [];
}

/** The attributes of a body and its nested blocks, in text order. */
export function attributesBelow(body: Body): Attribute[] {
  return body.items.flatMap((item) => (item.kind === 'Attribute' ? [item] : attributesBelow(item.body)));
}

/** Arguments and blocks whose own facts name a release. */
function itemFeatures({ type, labels, block, source }: BlockDeclaration): NeededFeature[] {
  const fact = bodyFact(type, labels[0] ?? '') ?? { arguments: [REGION_ARGUMENT], blocks: [] };
  return itemsOf(block.body, fact).map(({ place, ...item }) => ({
    ...item,
    wanted: item.since,
    place: placeOf(source, place),
    isWhole: false,
  }));
}

function itemsOf(body: Body, fact: BodyFact): { name: string; since: string; place: { start: number; end: number } }[] {
  const attributes = attributesOf(body).flatMap(({ name }) => {
    const since = fact.arguments.find((argument) => argument.name === name.text)?.since;
    return since === undefined ? [] : [{ name: name.text, since, place: name }];
  });
  const blocks = blocksOf(body).flatMap((block) => {
    const label = block.type.text === 'dynamic' ? block.labels[0] : block.type;
    const nested = fact.blocks.find(({ name }) => name === label?.text);
    return label === undefined || nested?.since === undefined
      ? []
      : [{ name: nested.name, since: nested.since, place: label }];
  });
  return [...attributes, ...blocks];
}
