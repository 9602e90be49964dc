import { Evaluator } from '../../evaluate/evaluate.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { failureIn } from '../../evaluate/values/partsOfValue.ts';
import { readTypeConstraint } from '../../evaluate/values/typeConstraint.ts';
import type { Type, Value } from '../../evaluate/values/value.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { InputValues } from '../../facts/modules/moduleTraps.ts';
import { CUSTOM_RULE_COUNT_TYPES, INPUT_VALUES, TEXT_DOCUMENTS } from '../../facts/modules/moduleTraps.ts';
import { attributeOf, attributesOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { compareReleases, releaseOf } from '../../module/versions/release.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Fix } from '../edits/change.ts';
import { nearestName } from '../nearestName.ts';
import type { ModuleCall } from './moduleCall.ts';
import { inputValue } from './moduleCall.ts';

/** An input value that every allowed release rejects. */
export interface InputMistake {
  readonly place: Place;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** The values of a call that no release accepts: of the wrong type or outside the allowed values. */
export function inputMistakes(call: ModuleCall, scope: RecordingScope): readonly InputMistake[] {
  const values = (INPUT_VALUES[call.known.id] ?? []).flatMap((fact) => outsideValues(call, fact, scope));
  const types = call.known.id === 'cloudposse' ? countTypes(call, scope) : [];
  return [...values, ...types, ...wrongTypes(call, scope)];
}

function outsideValues(call: ModuleCall, fact: InputValues, scope: RecordingScope): readonly InputMistake[] {
  const { input, values, since = '0.0.0', until, effect } = fact;
  const isChecked = ({ version }: { readonly version: string }) =>
    compareReleases(releaseOf(version), releaseOf(since)) >= 0 &&
    (until === undefined || compareReleases(releaseOf(version), releaseOf(until)) < 0);
  const value = inputValue(call, input, scope);
  if (value?.kind !== 'string' || values.includes(value.value) || !call.releases.every(isChecked)) return [];
  const near = nearestName(value.value, values);
  const choices = near !== undefined && value.derived !== true ? [near] : [];
  return [
    {
      place: value.place,
      message: `"${value.value}" is not a valid ${input}; ${effect}. Use ${values.map((one) => `"${one}"`).join(', ')}.`,
      fixes: choices.map((text): Fix => {
        const changes = [{ kind: 'replace-text', place: value.place, text: JSON.stringify(text) }] as const;
        return { title: `Replace it with ${text}`, kind: 'one', changes };
      }),
    },
  ];
}

function countTypes(call: ModuleCall, scope: RecordingScope): readonly InputMistake[] {
  const rules = inputValue(call, 'custom_lifecycle_rules', scope);
  if (rules?.kind !== 'list') return [];
  return rules.items.flatMap((rule) => {
    const type = memberAt(memberAt(rule, 'selection'), 'countType');
    const since = type?.kind === 'string' ? lookUp(CUSTOM_RULE_COUNT_TYPES, type.value) : undefined;
    if (type?.kind !== 'string' || since === undefined) return [];
    if (!call.releases.every(({ version }) => isBefore(version, since))) return [];
    const when = since === null ? 'no release accepts it' : `it was added in ${since}`;
    return [
      {
        place: type.place,
        message: `The module refuses the countType "${type.value}" (${when}); the plan fails ("Invalid value for variable").`,
        fixes: [],
      },
    ];
  });
}

function isBefore(version: string, since: string | null): boolean {
  return since === null || compareReleases(releaseOf(version), releaseOf(since)) < 0;
}

function memberAt(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'object' ? value.members.find((member) => member.key === key)?.value : undefined;
}

/** Values that cannot be converted to the type of their input. */
function wrongTypes(call: ModuleCall, scope: RecordingScope): readonly InputMistake[] {
  const told = new Set([
    ...(TEXT_DOCUMENTS[call.known.id] ?? []),
    'custom_lifecycle_rules',
    'repository_policy_statements',
  ]);
  const editions = scope.directoriesOf(call.declaration);
  const inners = editions.map((_, edition) => scope.through(call.declaration, new Evaluator(scope), edition));
  return attributesOf(call.declaration.block.body).flatMap(({ name: { text: name } }) => {
    const value = told.has(name) ? null : inputValue(call, name, scope);
    if (value === null || value.kind === 'unknown' || failureIn(value) !== undefined) return [];
    const failures = inners
      .map((inner) => typeOfInput(name, inner))
      .map((type) => (type === null ? undefined : failureIn(convert(value, type))));
    const [failure] = failures;
    if (failure?.failure === undefined || failures.includes(undefined)) return [];
    return [
      {
        place: failure.place.piece === call.declaration.source.piece ? failure.place : value.place,
        message: `${name} takes another type; the plan fails ("Invalid value for input variable"): ${failure.failure.replace(/\.$/, '')}.`,
        fixes: [],
      },
    ];
  });
}

/** The type of an input; null when unreadable. */
function typeOfInput(name: string, inner: RecordingScope | null): Type | null {
  const variable = inner?.block(`variable.${name}`);
  const type = variable && attributeOf(variable.block, 'type')?.value;
  if (!inner || !variable || !type) return null;
  const evaluator = new Evaluator(inner);
  return readTypeConstraint(type, (expression) => evaluator.evaluate({ source: variable.source, expression }));
}
