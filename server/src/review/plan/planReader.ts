import type { PlannedProvider } from '../../ecr/plan/plannedProvider.ts';
import { blockAddress, plannedProvider } from '../../ecr/plan/plannedProvider.ts';
import type { CaughtElement, ElementJudge } from './elementCatcher.ts';
import { memberOf, textOf } from './jsonValues.ts';
import type { Plan, PlanChange, PlanReading } from './plan.ts';
import { PlanError } from './planError.ts';
import type { PlanPart } from './planParts.ts';
import { callsOn, hasParts, planPartAt } from './planParts.ts';
import type { PlanListener, PlanPath } from './planScanner.ts';
import { PlanScanner } from './planScanner.ts';
import { readChange } from './readChange.ts';
import { refusalOfFault, refusalOfMembers, refusalOfStart } from './refusedText.ts';
import { mayHoldSecrets, SecretTexts } from './secrets.ts';

/** Texts are recognized by this many of their first characters. */
const START = 512;

/** A change without its code, which comes later. */
type ReadChange = Omit<PlanChange, 'provider' | 'configuration'>;

/**
 * Reads a plan as `terraform show -json` prints it, in chunks, with memory only for what concerns ECR. `name` is the
 * file's name in suggested commands.
 */
export class PlanReader implements PlanListener {
  readonly #scanner = new PlanScanner(this);
  readonly #name: string;
  readonly #changes: ReadChange[] = [];
  readonly #drift: ReadChange[] = [];
  readonly #secrets = new SecretTexts();
  /** By the address of a block in the code, without keys of instances. */
  readonly #providers = new Map<string, string>();
  /** By the name that the code's blocks use for each. */
  readonly #configurations = new Map<string, PlannedProvider>();
  readonly #scalars = new Map<string, string>();
  readonly #structures = new Set<string>();
  #deferred = 0;
  #start = '';
  #fault: PlanError | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** Reads the next chunk; false when reading on is useless. */
  write(piece: string): boolean {
    const isFirst = this.#scanner.offset === 0 && this.#start === '';
    const text = isFirst && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
    if (this.#start.length < START) this.#start += text.slice(0, START - this.#start.length);
    if (this.#fault !== null) return false;
    try {
      this.#scanner.write(text);
      return true;
    } catch (error) {
      this.#fault = asFault(error);
      return false;
    }
  }

  /** The result, once the text has ended. */
  end(): PlanReading {
    const refused = refusalOfStart(this.#start, this.#name);
    if (refused !== null) return refused;
    try {
      if (this.#fault === null) this.#scanner.end();
    } catch (error) {
      this.#fault = asFault(error);
    }
    if (this.#fault !== null) return refusalOfFault(this.#fault, this.#structures, this.#name);
    return refusalOfMembers(this.#scalars, this.#structures, this.#name) ?? { kind: 'plan', plan: this.#plan() };
  }

  scalar(key: string, json: string): void {
    this.#scalars.set(key, json);
  }

  structure(key: string): void {
    this.#structures.add(key);
  }

  isFollowed(key: string): boolean {
    return hasParts(key);
  }

  judgeOf(path: PlanPath): ElementJudge | null {
    return planPartAt(path)?.judge ?? null;
  }

  element(path: PlanPath, element: CaughtElement): void {
    const found = planPartAt(path);
    if (found !== null) this.#take(found.part, path, element);
  }

  #take(part: PlanPart, path: PlanPath, element: CaughtElement): void {
    const { json } = element;
    const name = path.at(-1) ?? '';
    switch (part) {
      case 'change':
      case 'drift':
        this.#takeChange(element, part === 'drift' ? this.#drift : this.#changes);
        break;
      case 'deferred':
        this.#deferred += json.includes('ecr') ? 1 : 0;
        break;
      case 'output':
        this.#secrets.addChange(parsed(json));
        break;
      case 'variable':
        this.#secrets.addVariable(name, parsed(json));
        break;
      case 'declaredVariable':
        this.#secrets.declareVariable(name, parsed(json));
        break;
      case 'data':
        if (mayHoldSecrets(json)) this.#secrets.addValues(parsed(json));
        break;
      case 'block':
        this.#takeBlock(callsOn(path), parsed(json));
        break;
      case 'provider':
        this.#configurations.set(name, plannedProvider(parsed(json)));
    }
  }

  #takeChange({ json, isSpare }: CaughtElement, list: ReadChange[]): void {
    if (isSpare && !mayHoldSecrets(json)) return;
    const element = parsed(json);
    this.#secrets.addChange(memberOf(element, 'change'));
    const change = readChange(element);
    if (change !== null) list.push(change);
  }

  #takeBlock(calls: string, block: unknown): void {
    const [address, provider] = [textOf(block, 'address'), textOf(block, 'provider_config_key')];
    if (address !== null && provider !== null) this.#providers.set(calls + address, provider);
  }

  #plan(): Plan {
    const gaps: string[] = [];
    if (this.#scalars.get('errored') === 'true') gaps.push('planning stopped with an error, so changes may be missing');
    else if (this.#scalars.get('complete') === 'false' || this.#deferred > 0) {
      gaps.push('after this apply more changes remain to be planned, as with -target or with deferred changes');
    }
    const complete = (changes: readonly ReadChange[]) => changes.map((change) => this.#withProvider(change));
    return { changes: complete(this.#changes), drift: complete(this.#drift), gaps, secrets: this.#secrets.texts() };
  }

  #withProvider(change: ReadChange): PlanChange {
    const provider = this.#providers.get(blockAddress(change.address)) ?? null;
    return { ...change, provider, configuration: this.#configurations.get(provider ?? '') ?? null };
  }
}

function parsed(element: string): unknown {
  try {
    return JSON.parse(element) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlanError('broken', `is not JSON: in one of its changes, ${reason}`);
  }
}

function asFault(error: unknown): PlanError {
  if (error instanceof PlanError) return error;
  throw error;
}
