import { existenceOf } from '../../ecr/documents/blockExistence.ts';
import { possibleInstancesOf } from '../../ecr/instances.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { ImageRunner } from '../../facts/repository/imageRunners.ts';
import { CHART_RELEASE, IMAGE_RUNNERS, RUNNER_TYPES } from '../../facts/repository/imageRunners.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Block } from '../../syntax/tree/tree.ts';
import { imagesInValues, imagesOfRelease } from './chartRelease.ts';
import type { ImageReader } from './composedImage.ts';
import { imagesOfExpression } from './composedImage.ts';
import type { ImageRepository } from './repositoryOfImage.ts';
import { readImage } from './repositoryOfImage.ts';
import type { ReadMember, WrittenImage } from './writtenImage.ts';
import { imagesIn, imagesInDocument } from './writtenImage.ts';

/** An image that a resource runs by its tag. */
export interface RunningImage {
  readonly address: string;
  readonly tag: string;
  readonly repository: ImageRepository;
  readonly place: Place;
}

const known = new WeakMap<Module, readonly RunningImage[]>();

/**
 * The images that the resources of a module run, as far as tags and repositories are known; call it through
 * `Module.remember`. The result keeps its identity while it is equal, so that conclusions from it stay valid.
 */
export function runningImages(module: Module): readonly RunningImage[] {
  const found = readModule(module);
  const before = known.get(module);
  if (before?.length === found.length && before.every((image, index) => isSame(image, found[index]))) return before;
  known.set(module, found);
  return found;
}

function isSame(one: RunningImage, other: RunningImage | undefined): boolean {
  if (other === undefined || one.place.piece !== other.place.piece || one.place.start !== other.place.start)
    return false;
  const said = ({ address, tag, repository }: RunningImage) => JSON.stringify([address, tag, repository]);
  return said(one) === said(other);
}

function readModule(module: Module): readonly RunningImage[] {
  const scope = new RecordingScope(module);
  return module.blocksWhich(isRunner).flatMap((declaration) => imagesOfBlock(declaration, scope));
}

function isRunner({ type, labels }: BlockDeclaration): boolean {
  return type === 'resource' && RUNNER_TYPES.has(labels[0] ?? '');
}

function imagesOfBlock(declaration: BlockDeclaration, scope: RecordingScope): readonly RunningImage[] {
  if (existenceOf(declaration, [], scope) === 'never') return [];
  const instances = possibleInstancesOf(declaration, scope) ?? [{ options: {} }];
  const found = instances.flatMap(({ options }) => {
    const evaluator = new Evaluator(scope, options);
    return writtenIn(declaration, evaluator).flatMap((image): readonly RunningImage[] => {
      const read = readImage(image, evaluator, scope);
      return read === null ? [] : [{ address: declaration.address, place: image.place, ...read }];
    });
  });
  const keys = new Set<string>();
  return found.filter(({ tag, repository }) => {
    const key = JSON.stringify([tag, repository]);
    return !keys.has(key) && keys.add(key);
  });
}

function writtenIn({ labels, block, source }: BlockDeclaration, evaluator: Evaluator): readonly WrittenImage[] {
  const evaluate = (name: string, within: Block): Value | null => {
    const attribute = attributeOf(within, name);
    return attribute === undefined ? null : evaluator.evaluate({ source, expression: attribute.value });
  };
  const [type = ''] = labels;
  const reader: ImageReader = {
    evaluate: (located) => evaluator.evaluate(located),
    local: (name) => evaluator.scope.local(name),
  };
  if (type === CHART_RELEASE) return [...imagesOfRelease(block, evaluate), ...imagesInValues(block, source, reader)];
  const readMember: ReadMember = ({ value, item }, { place }) => {
    const written = item === null ? null : { source: { uri: place.uri, piece: place.piece }, expression: item.value };
    return written === null ? imagesIn(value) : imagesOfExpression(value, written, reader);
  };
  const runners = IMAGE_RUNNERS.filter(({ types }) => types.includes(type ?? ''));
  return runners.flatMap((runner) =>
    holdersOf(runner, block).flatMap((holder) => {
      const expression = attributeOf(holder, runner.argument)?.value;
      if (expression === undefined) return [];
      const value = evaluator.evaluate({ source, expression });
      if (runner.form === 'image') return imagesOfExpression(value, { source, expression }, reader);
      return imagesInDocument(value, readMember);
    }),
  );
}

/** The blocks that hold the argument: the resource itself, or those of a type in it. */
function holdersOf({ blocks }: ImageRunner, block: Block): readonly Block[] {
  return blocks.length === 0 ? [block] : nestedIn(block).filter(({ type }) => blocks.includes(type.text));
}

function nestedIn(block: Block): readonly Block[] {
  return blocksOf(block.body).flatMap((nested) => [nested, ...nestedIn(nested)]);
}
