import type { Meter } from '../../../evaluate/meter.ts';
import type { Module } from '../../../module/module.ts';
import { meterOf } from '../../../module/tracking/meterOf.ts';
import { PieceResults } from '../../../module/tracking/pieceResults.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { Steps } from '../../../module/tracking/steps.ts';
import { isSuppressed, toldSeverity } from '../../../problems/fileProblems.ts';
import { folderSettingsOf } from '../../../problems/folderSettings.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { ProblemFinder } from '../../../problems/problemFinder.ts';
import type { ProblemSettings } from '../../../problems/settings.ts';
import type { Piece } from '../../../syntax/tree/file.ts';
import type { ServiceContext } from '../../context.ts';
import { meaningOf } from './meaning.ts';
import type { ReachedPolicy } from './reachedPolicies.ts';
import { policiesReachedFrom, textsBehind } from './reachedPolicies.ts';
import type { Reading } from './readings.ts';
import { readingsFrom } from './readings.ts';

/** A policy at one moment: what it does, and its problems. */
export interface PolicyState {
  /** The address of the block that sets it. */
  readonly address: string;
  /** False for a policy that AWS rejects. */
  readonly isAccepted: boolean;
  /** Equal while the policy does the same. */
  readonly meaning: string;
  /** The piece of the block that sets it. */
  readonly owner: Piece;
  readonly problems: readonly Problem[];
}

/** The policies and problems of some modules at one moment. */
export interface Snapshot {
  /** By keys that are stable as long as the blocks exist. */
  readonly policies: ReadonlyMap<string, PolicyState>;
  /** The number of errors and warnings of each rule in each file: keys are the file and the rule. */
  readonly counts: ReadonlyMap<string, number>;
  /** What all blocks make of the values that they read, by keys like those of policies. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly isGrave: IsGrave;
}

/** True for problems that a fix must not introduce: errors and warnings that the user would see. */
export type IsGrave = (problem: Problem) => boolean;

/** The problems that a fix must not introduce in a workspace with these settings. */
export function graveIn({ workspace, finder }: ServiceContext, settings: ProblemSettings): IsGrave {
  return (problem) => {
    const file = workspace.settingsFor(problem.place.uri);
    const severity = toldSeverity(problem, settings, file && folderSettingsOf(file));
    return (severity === 'error' || severity === 'warning') && !isSuppressed(finder, problem);
  };
}

/** Takes snapshots; what an edit does not touch is read once. */
export class Photographer {
  readonly #finder: ProblemFinder;
  readonly #states = new PieceResults<readonly PolicyState[]>();
  readonly #readings = new PieceResults<readonly Reading[]>();
  #compared = 0;

  constructor(finder: ProblemFinder) {
    this.#finder = finder;
  }

  /** The steps that all snapshots have taken so far. */
  get worked(): number {
    return this.#finder.worked + this.#states.worked + this.#readings.worked;
  }

  /** The pieces and problems of all snapshots so far, also those that were read before. */
  get compared(): number {
    return this.#compared;
  }

  /** A snapshot of modules, in steps: other work may run in between that does not change them. */
  *take(modules: readonly Module[], isGrave: IsGrave): Steps<Snapshot> {
    const policies = new Map<string, PolicyState>();
    const counts = new Map<string, number>();
    const readings = new Map<string, Reading>();
    for (const module of modules) {
      const problems = yield* this.#finder.stepsTo(module);
      this.#compared += problems.length;
      for (const { ruleId, place } of problems.filter(isGrave)) {
        const key = `${place.uri} ${ruleId}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const [meter, readingMeter] = [meterOf(module), meterOf(module)];
      for (const { syntax } of module.files) {
        for (const { piece } of syntax.pieces) {
          for (const [index, state] of this.#statesIn(module, piece, meter).entries())
            policies.set(`${module.directory} ${state.address} ${index}`, state);
          for (const [index, reading] of this.#readingsIn(module, piece, readingMeter).entries())
            readings.set(`${module.directory} ${reading.address} ${index}`, reading);
          this.#compared += 1;
          yield;
        }
      }
    }
    return { policies, counts, readings, isGrave };
  }

  #readingsIn(module: Module, piece: Piece, meter: Meter): readonly Reading[] {
    return this.#readings.resultOf(module, piece, meter, (scope) =>
      module.declarations(piece).blocks.flatMap((block) => readingsFrom(block, scope)),
    );
  }

  #statesIn(module: Module, piece: Piece, meter: Meter): readonly PolicyState[] {
    return this.#states.resultOf(module, piece, meter, (scope) => this.#read(module, piece, scope));
  }

  #read(module: Module, piece: Piece, scope: RecordingScope): readonly PolicyState[] {
    const { blocks } = module.declarations(piece);
    return blocks.flatMap((block) => policiesReachedFrom(block, scope)).map((reached) => this.#stateOf(reached));
  }

  #stateOf(reached: ReachedPolicy): PolicyState {
    const { policy, scope, address } = reached;
    const problems = this.#finder.problemsOfPolicy(policy, scope);
    const isAccepted = problems.every(({ severity }) => severity !== 'error');
    const { text, isWhole } = meaningOf(policy);
    const meaning = isWhole || !isAccepted ? text : `${text}\n${textsBehind(reached)}`;
    return { address, isAccepted, meaning, owner: policy.owner.source.piece, problems };
  }
}
