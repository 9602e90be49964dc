import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { inputMistakes } from '../../ecr/modules/inputMistakes.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { formsOf, isPartial } from '../../ecr/modules/moduleCall.ts';
import { otherModuleOf } from '../../ecr/modules/otherCall.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { CALL_ARGUMENTS } from '../../facts/modules/callArguments.ts';
import { OTHER_NAMES, RENAMED_INPUTS, WRAPPED_INPUTS } from '../../facts/modules/moduleTraps.ts';
import { isVariable } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { compareReleases, releaseOf } from '../../module/versions/release.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute, BodyItem } from '../../syntax/tree/tree.ts';
import type { Finding, ModuleCallCheck } from '../check.ts';
import { nameOfCall, raiseRelease, removeArgument } from '../support/moduleFixes.ts';

/** Arguments and blocks that Terraform accepts in any call or reserves. */
const OF_TERRAFORM = [...CALL_ARGUMENTS.map(({ name }) => name), 'lifecycle', 'locals', 'enabled', '_'];

export const moduleInput: ModuleCallCheck = {
  subject: 'module',
  id: 'module-input',
  title: 'A call passes an input that the module does not have or a value that it refuses, or omits one that it needs',
  severity: 'error',
  *check(call, scope) {
    const names = namesOf(call, scope);
    if (names === null) return;
    for (const item of call.declaration.block.body.items) {
      const name = nameOf(item);
      if (!OF_TERRAFORM.includes(name) && (item.kind === 'Block' || isWithout(call, names, name)))
        yield unknownInput(call, item, names);
    }
    for (const name of names.needed) {
      if (call.declaration.block.body.items.some((item) => nameOf(item) === name)) continue;
      yield {
        place: headerOf(call.declaration),
        message: `${nameOfCall(call)} needs ${name}; the plan fails ("Missing required argument"). Give it a value.`,
      };
    }
    yield* inputMistakes(call, scope);
  },
};

/** True for an input that no allowed release has; for some modules not all inputs are known. */
function isWithout(call: ModuleCall, { known }: InputNames, name: string): boolean {
  return !known.has(name) && (!isPartial(call) || call.known.inputs.some((input) => input.name === name));
}

/** The inputs that at least one allowed release has, and those that all of them require. */
interface InputNames {
  readonly known: ReadonlySet<string>;
  readonly needed: readonly string[];
}

/** An installed copy takes precedence over the data; null when the copy is not fully read. */
function namesOf(call: ModuleCall, scope: RecordingScope): InputNames | null {
  if (call.copy !== null) {
    const { copy } = call;
    if (copy.isOpen || copy.mayBeOverridden) return null;
    return scope.ask(() => copy.remember(namesInCopy));
  }
  const all = [...new Set(call.known.inputs.map(({ name }) => name))];
  const known = all.filter((name) => formsOf(call, name).length > 0);
  const isNeeded = (name: string) => {
    const forms = formsOf(call, name);
    return forms.length === call.releases.length && forms.every(({ fallback }) => fallback === null);
  };
  return { known: new Set(known), needed: known.filter(isNeeded) };
}

function namesInCopy(module: Module): InputNames {
  const variables = module.blocksWhich(isVariable);
  const known = variables.flatMap(({ labels }) => labels[0] ?? []);
  const needed = variables.flatMap(({ labels, block }) => {
    const hasDefault = block.body.items.some((item) => nameOf(item) === 'default');
    return hasDefault || block.damaged ? [] : (labels[0] ?? []);
  });
  return { known: new Set(known), needed };
}

function nameOf(item: BodyItem): string {
  return item.kind === 'Attribute' ? item.name.text : item.type.text;
}

function unknownInput(call: ModuleCall, item: BodyItem, { known }: InputNames): Finding {
  const name = nameOf(item);
  const place = placeOf(call.declaration.source, item.kind === 'Attribute' ? item.name : item.type);
  if (item.kind === 'Block') {
    const hint = known.has(name) ? ` It is an input: ${name} = …` : '';
    return { place, message: `A call of a module takes no block "${name}"; the plan fails.${hint}` };
  }
  const wrapped = wrapping(call, item, known);
  const meant = wrapped === null ? meantInput(call, name, known) : null;
  const mended = wrapped?.fixes ?? (meant === null ? [] : renaming(call, item, meant));
  const instead = wrapped?.text ?? meant?.name;
  return {
    place,
    message: `${nameOfCall(call)} has no input "${name}"; the plan fails ("Unsupported argument").${whenThere(call, name)}${instead === undefined ? '' : ` Its input is ${instead}.`}`,
    fixes: [...mended, ...(call.copy === null ? raising(call, name) : []), removeArgument(call, item)],
    isOfValidate: true,
  };
}

/** The value becomes a key of another input's object; null for an input to which that does not apply. */
function wrapping(
  call: ModuleCall,
  item: Attribute,
  known: ReadonlySet<string>,
): { readonly text: string; readonly fixes: readonly Fix[] } | null {
  const into = lookUp(WRAPPED_INPUTS[call.known.id] ?? {}, item.name.text);
  if (into === undefined || !known.has(into.input)) return null;
  const { source, block } = call.declaration;
  const isTaken = block.body.items.some((other) => nameOf(other) === into.input);
  const value = textOf(placeOf(source, item.value));
  const text = `${into.input} = { ${into.key} = ${value} }`;
  const change = {
    kind: 'replace-text',
    place: placeOf(source, { start: item.start, end: item.value.end }),
    text,
  } as const;
  const fix: Fix = { title: `Write ${into.input} = { ${into.key} = … }`, kind: 'choice', changes: [change] };
  return {
    text: `${into.input}, with the key ${into.key}`,
    fixes: isTaken || source.uri.endsWith('.json') ? [] : [fix],
  };
}

interface MeantInput {
  readonly name: string;
  /** True when the written name is a near spelling of this one. */
  readonly isNear: boolean;
}

function meantInput(call: ModuleCall, name: string, known: ReadonlySet<string>): MeantInput | null {
  const { id } = call.known;
  if (isPartial(call)) {
    const now = lookUp(otherModuleOf(call.declaration)?.renamed ?? {}, name);
    return now === undefined ? null : { name: now, isNear: false };
  }
  const other = lookUp(OTHER_NAMES[id] ?? {}, name) ?? lookUp(RENAMED_INPUTS[id] ?? {}, name);
  if (other !== undefined && known.has(other)) return { name: other, isNear: nearestName(name, [other]) !== undefined };
  const near = nearestName(name, [...known]);
  return near === undefined ? null : { name: near, isNear: true };
}

function renaming({ declaration: { source, block } }: ModuleCall, item: BodyItem, { name, isNear }: MeantInput): Fix[] {
  if (block.body.items.some((other) => nameOf(other) === name)) return [];
  const changes = [{ kind: 'rename-item', source, body: block.body, item, name }] as const;
  return [{ title: `Rename it to ${name}`, kind: isNear ? 'one' : 'choice', changes }];
}

/** The releases that have the input. */
function whenThere(call: ModuleCall, name: string): string {
  const forms = call.known.inputs.filter((form) => form.name === name);
  const [first] = forms;
  if (first === undefined) return '';
  const until = forms.at(-1)?.until ?? null;
  const newest = call.releases.at(-1)?.version ?? '0.0.0';
  if (compareReleases(releaseOf(newest), releaseOf(first.since)) < 0) return ` It was added in ${first.since}.`;
  return until === null ? '' : ` It was removed in ${until}.`;
}

function raising(call: ModuleCall, name: string): Fix[] {
  const forms = call.known.inputs.filter((form) => form.name === name);
  const newest = call.releases.at(-1)?.version ?? '0.0.0';
  const since = forms.find((form) => compareReleases(releaseOf(form.since), releaseOf(newest)) > 0)?.since;
  return since === undefined ? [] : raiseRelease(call, since);
}
