import { Evaluator } from '../../evaluate/evaluate.ts';
import { iterate } from '../../evaluate/evaluateFor.ts';
import type { Meter } from '../../evaluate/meter.ts';
import type { NamedAnswers } from '../../evaluate/namedAnswers.ts';
import type { CalledModule, FileAnswer, LocatedExpression, Scope, VariableInput } from '../../evaluate/scope.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { areEqual } from '../../evaluate/values/equality.ts';
import { computedCount, unknown } from '../../evaluate/values/makeValue.ts';
import { NUMBER } from '../../evaluate/values/types.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { stableArgument } from '../../facts/repository/stableAttributes.ts';
import { installedModule, writtenCall } from '../calls/calledModules.ts';
import { describeCall, outputNames } from '../calls/callShape.ts';
import { editionsOf } from '../calls/editions.ts';
import { knownCallOf } from '../calls/knownCall.ts';
import type { BlockDeclaration } from '../declarations/declarations.ts';
import { attributeOf, hasInstances } from '../declarations/declarations.ts';
import type { Module, ModuleEnvironment } from '../module.ts';
import { calledDirectory } from '../moduleCalls.ts';
import { absolutePath, resolvePath, whyNoUri } from '../sources/uri.ts';
import { meterOf } from './meterOf.ts';
import { readerAttribute } from './readerAttributes.ts';
import { Recorder } from './recorder.ts';
import { SharedAnswers } from './sharedAnswers.ts';

/** Longer call chains of modules are not followed. */
const CALL_DEPTH_LIMIT = 8;

/** The call through which a module is seen: the caller, and the evaluator for the inputs. */
export interface Caller {
  readonly scope: RecordingScope;
  readonly evaluator: Evaluator;
  readonly declaration: BlockDeclaration;
}

/**
 * What expressions of a module can ask about it. Records every question, so that results can be kept while the answers
 * stay the same. Seen through a `caller`, the module's variables have the values of that call.
 */
export class RecordingScope implements Scope {
  readonly module: Module;
  readonly caller: Caller | null;
  readonly answers: NamedAnswers | null;
  readonly #recorder: Recorder;

  constructor(module: Module, recorder = new Recorder(meterOf(module)), caller: Caller | null = null) {
    this.module = module;
    this.caller = caller;
    this.answers = caller === null ? new SharedAnswers(module, recorder) : null;
    this.#recorder = recorder;
  }

  /**
   * Asks a question whose answer is a scalar, or keeps its identity while nothing behind it changes. Questions with the
   * same `key` are the same question, which is recorded once.
   */
  ask<T>(question: (module: Module) => T, key?: unknown): T {
    return this.#recorder.ask(this.module, question, key);
  }

  /** True while all questions would get the same answers again. */
  isCurrent(): boolean {
    return this.#recorder.isCurrent();
  }

  local(name: string): LocatedExpression | null {
    const declaration = this.ask((module) => module.localDeclaration(name), `local.${name}`);
    return declaration === null ? null : { source: declaration.source, expression: declaration.attribute.value };
  }

  variable(name: string): VariableInput | null {
    const declaration = this.block(`variable.${name}`);
    if (declaration === null) return null;
    const { source, block } = declaration;
    const nullable = attributeOf(block, 'nullable')?.value;
    return {
      declaration: source,
      type: attributeOf(block, 'type')?.value ?? null,
      fallback: attributeOf(block, 'default')?.value ?? null,
      nullable: !(nullable?.kind === 'BooleanLiteral' && !nullable.value),
      given: this.#given(name),
      assumed: () =>
        this.caller === null ? this.ask((module) => module.assumedVariable(name), `assumed ${name}`) : null,
    };
  }

  /** The one block at an address, or null. */
  block(address: string): BlockDeclaration | null {
    return this.ask((module) => {
      const [first, second] = module.blocks(address);
      return first !== undefined && second === undefined ? first : null;
    }, `block ${address}`);
  }

  attribute(type: string, name: string, attribute: string): LocatedExpression | null {
    const argument = stableArgument(type, attribute);
    const isAsked = argument !== null || type.startsWith('data.');
    const declaration = isAsked ? this.block(`${type}.${name}`) : null;
    if (declaration === null || hasInstances(declaration.block)) return null;
    const { source, block } = declaration;
    const expression =
      argument === null ? readerAttribute(type, attribute, block) : attributeOf(block, argument)?.value;
    return expression ? { source, expression } : null;
  }

  output(call: string, output: string, evaluator: Evaluator, key: Value | null): Value | null {
    const declaration = this.block(`module.${call}`);
    const caller = declaration && (key === null ? evaluator : this.#ofInstance(declaration, evaluator, key));
    const inner = caller && this.through(declaration, caller);
    const found = inner?.block(`output.${output}`);
    const value = found && attributeOf(found.block, 'value');
    if (!inner || !found || !value) return null;
    const { assumeDefaults, budget } = evaluator;
    return new Evaluator(inner, { assumeDefaults, budget }).evaluate({ source: found.source, expression: value.value });
  }

  calledModule(call: string, evaluator: Evaluator): CalledModule | null {
    const declaration = this.block(`module.${call}`);
    const inner = declaration && this.through(declaration, evaluator);
    return inner && describeCall(declaration, inner.ask(outputNames, outputNames));
  }

  /** The evaluator for the inputs of a call's instance at a key; null when there is certainly no such instance. */
  #ofInstance({ source, block }: BlockDeclaration, evaluator: Evaluator, key: Value): Evaluator | null {
    const { assumeDefaults, assumptions, budget } = evaluator;
    const options = { assumeDefaults, assumptions, budget };
    const alone = new Evaluator(this, options);
    const forEach = attributeOf(block, 'for_each');
    if (forEach !== undefined) {
      const each = entryAt(alone.evaluate({ source, expression: forEach.value }), key);
      return each && new Evaluator(this, { ...options, each });
    }
    const count = attributeOf(block, 'count');
    const number = count && alone.evaluate({ source, expression: count.value });
    const index = convert(key, NUMBER);
    const isBeyond = number?.kind === 'number' && index.kind === 'number' && index.value >= number.value;
    if (number === undefined || isBeyond) return null;
    return new Evaluator(this, {
      ...options,
      count: index.kind === 'number' ? computedCount(index.value, number) : index,
    });
  }

  /**
   * The module of a call, seen through that call; null when its text is not available. `edition` chooses between the
   * differing releases of a known module, the newest first.
   */
  through(declaration: BlockDeclaration, evaluator: Evaluator, edition = 0): RecordingScope | null {
    const directory = this.directoriesOf(declaration)[edition];
    if (directory === undefined || this.isWithin(directory) || this.#depth() >= CALL_DEPTH_LIMIT) return null;
    if (!evaluator.budget.call()) return null;
    const module = this.ask(({ environment }) => environment.moduleAt(directory), `module ${directory}`);
    // What an unreadable override file replaces is unknown.
    if (module === undefined || this.#recorder.ask(module, mayBeOverridden, mayBeOverridden)) return null;
    return new RecordingScope(module, this.#recorder, { scope: this, evaluator, declaration });
  }

  /** The directories in which the module of a call is read; several for a known module with differing editions. */
  directoriesOf(declaration: BlockDeclaration): readonly string[] {
    const directory = calledDirectory(declaration, this.module.directory);
    const written = directory === null ? writtenCall(declaration) : null;
    if (written === null) return directory === null ? [] : [directory];
    const root = this.root.module.directory;
    const installed = this.ask((module) => installedModule(written, module, root)?.directory ?? null, declaration);
    if (installed !== null) return [installed];
    const known = knownCallOf(declaration);
    return known === null ? [] : editionsOf(known);
  }

  readFile(path: string): FileAnswer {
    const { root } = this;
    const uri = this.uriOfFile(path);
    if (uri === null) {
      this.environment.leaveUnread(path, whyNoUri(path));
      return { kind: 'unknown', because: 'the path is not inside the workspace' };
    }
    const file = this.ask(({ environment }) => environment.fileAt(uri), `file ${uri}`);
    if (file.kind === 'missing' && path.startsWith('/')) {
      this.environment.leaveUnread(path, 'there is no such file on this machine');
      return { kind: 'unknown', because: 'the path is absolute' };
    }
    if (file.kind !== 'missing' || root !== this) return file;
    return this.ask(mayBeCalled, mayBeCalled)
      ? { kind: 'unknown', because: 'the path may start at a module that calls this one' }
      : file;
  }

  leaveUnread(path: string, because: string): void {
    this.environment.leaveUnread(path, because);
  }

  /** The URI of a path in an expression; null when no URI can express it. */
  uriOfFile(path: string): string | null {
    const { directory } = this.root.module;
    return absolutePath(directory, path) ?? resolvePath(directory, path);
  }

  get modulePath(): string {
    if (this.caller === null) return '.';
    const { root } = this;
    return relativeDirectory(root.module.directory, this.module.directory);
  }

  get meter(): Meter {
    return this.#recorder.meter;
  }

  get environment(): ModuleEnvironment {
    return this.module.environment;
  }

  /** The module in which Terraform is run, as far as the calls are followed. */
  get root(): RecordingScope {
    return this.caller === null ? this : this.caller.scope.root;
  }

  #given(name: string): VariableInput['given'] {
    if (this.caller === null) return 'open';
    const { evaluator, declaration } = this.caller;
    const written = attributeOf(declaration.block, name);
    return written === undefined
      ? 'omitted'
      : evaluator.evaluate({ source: declaration.source, expression: written.value });
  }

  /** True for the directory of this module or of one of its callers. */
  isWithin(directory: string): boolean {
    return this.module.directory === directory || this.caller?.scope.isWithin(directory) === true;
  }

  #depth(): number {
    return this.caller === null ? 0 : this.caller.scope.#depth() + 1;
  }
}

function mayBeOverridden(module: Module): boolean {
  return module.mayBeOverridden;
}

function mayBeCalled({ environment, directory }: Module): boolean {
  return environment.isCalled(directory);
}

/** The value of `each` for a key of a collection; null when the key is certain not to exist. */
function entryAt(collection: Value, key: Value): { readonly key: Value; readonly value: Value } | null {
  const iteration = iterate(collection, collection);
  const value = unknown('each.value is not known', collection);
  if ('kind' in iteration) return { key, value };
  const found = iteration.entries.find((entry) => areEqual(entry.key, key) === true);
  if (found !== undefined) return found;
  const isAbsent = !iteration.open && iteration.entries.every((entry) => areEqual(entry.key, key) === false);
  return isAbsent ? null : { key, value };
}

/** The path from one directory to another, as Terraform writes it. */
function relativeDirectory(from: string, to: string): string {
  const [start, end] = [from.split('/'), to.split('/')];
  let common = 0;
  while (common < Math.min(start.length, end.length) && start[common] === end[common]) common += 1;
  const parts = [...start.slice(common).map(() => '..'), ...end.slice(common).map(decodeURIComponent)];
  return parts.length === 0 ? '.' : parts.join('/');
}
