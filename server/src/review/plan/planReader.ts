import type { Plan, PlanChange, PlanReading } from './plan.ts';
import { PlanError } from './planError.ts';
import type { PlanListener } from './planScanner.ts';
import { PlanScanner } from './planScanner.ts';
import { readChange } from './readChange.ts';
import { refusalOfFault, refusalOfMembers, refusalOfStart } from './refusedText.ts';
import { secretsOf } from './secrets.ts';

/** Texts are recognised by this many of their first characters. */
const START = 512;

const CHANGES = 'resource_changes';
const DRIFT = 'resource_drift';
const DEFERRED = 'deferred_changes';

/**
 * Reads a plan as `terraform show -json` prints it, in pieces as they come, with memory for what concerns ECR alone.
 * `name` is what commands in refusals call the file.
 */
export class PlanReader implements PlanListener {
  readonly #scanner = new PlanScanner(this);
  readonly #name: string;
  readonly #changes: PlanChange[] = [];
  readonly #drift: PlanChange[] = [];
  readonly #scalars = new Map<string, string>();
  readonly #structures = new Set<string>();
  #deferred = 0;
  #start = '';
  #fault: PlanError | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** Reads the next piece; false when reading on is of no use. */
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

  /** What was read, once the text has ended. */
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

  isWanted(key: string): boolean {
    return key === CHANGES || key === DRIFT || key === DEFERRED;
  }

  element(key: string, element: string): void {
    const change = readChange(parsed(element));
    if (key === DEFERRED) this.#deferred += element.includes('ecr') ? 1 : 0;
    else if (change !== null) (key === DRIFT ? this.#drift : this.#changes).push(change);
  }

  #plan(): Plan {
    const gaps: string[] = [];
    if (this.#scalars.get('errored') === 'true')
      gaps.push('planning stopped with an error, so that changes may be missing');
    else if (this.#scalars.get('complete') === 'false' || this.#deferred > 0) {
      gaps.push('after this apply more changes remain to be planned, as with -target or with deferred changes');
    }
    const all = [...this.#changes, ...this.#drift];
    return { changes: this.#changes, drift: this.#drift, gaps, secrets: [...new Set(all.flatMap(secretsOf))] };
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
