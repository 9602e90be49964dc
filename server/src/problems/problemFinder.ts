import { readImport } from '../ecr/importBlock.ts';
import { readPolicy } from '../ecr/policy/readPolicy.ts';
import { readRepository } from '../ecr/repository.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import { RULES } from '../rules/registry.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Piece } from '../syntax/file.ts';
import { placeOf } from '../syntax/place.ts';
import type { Problem } from './problem.ts';

/** Told of a rule that failed; the other rules' answers still come. */
export type RuleFailureListener = (ruleId: string, error: unknown) => void;

interface PieceResult {
  readonly scope: RecordingScope;
  readonly problems: readonly Problem[];
}

/**
 * Runs the rules piece by piece and keeps each piece's result while nothing that it was concluded from has changed,
 * so that an edit costs what it touches.
 */
export class ProblemFinder {
  readonly #results = new WeakMap<Piece, PieceResult>();
  readonly #onRuleFailure: RuleFailureListener;
  readonly #rules: readonly Rule[];

  constructor(onRuleFailure: RuleFailureListener, rules: readonly Rule[] = RULES) {
    this.#onRuleFailure = onRuleFailure;
    this.#rules = rules;
  }

  /** Every problem that the pieces of a module give, whichever of its files they stand in, with default severities. */
  problemsOf(module: Module): Problem[] {
    return module.files.flatMap(({ uri, syntax }) =>
      syntax.pieces.flatMap(({ piece }) => [...this.#problemsOfPiece(module, uri, piece)]),
    );
  }

  #problemsOfPiece(module: Module, uri: string, piece: Piece): readonly Problem[] {
    const known = this.#results.get(piece);
    if (known?.scope.isCurrent()) return known.problems;
    const scope = new RecordingScope(module);
    const problems = [...this.#check(module, scope, uri, piece)];
    this.#results.set(piece, { scope, problems });
    return problems;
  }

  *#check(module: Module, scope: RecordingScope, uri: string, piece: Piece): Iterable<Problem> {
    for (const rule of this.#rules) {
      if (rule.subject === 'syntax')
        yield* this.#run(rule, () => rule.check(piece.tree, (range) => placeOf({ uri, piece }, range)));
    }
    for (const declaration of module.declarations(piece).blocks) {
      const policy = readPolicy(declaration, scope);
      const repository = readRepository(declaration, scope);
      const importBlock = readImport(declaration);
      for (const rule of this.#rules) {
        if (rule.subject === 'policy' && policy) yield* this.#run(rule, () => rule.check(policy));
        if (rule.subject === 'repository' && repository) yield* this.#run(rule, () => rule.check(repository, scope));
        if (rule.subject === 'import' && importBlock) yield* this.#run(rule, () => rule.check(importBlock, scope));
      }
    }
  }

  #run(rule: Rule, check: () => Iterable<Finding>): Problem[] {
    try {
      return [...check()].map(({ place, message, severity = rule.severity, related = [], fixes = [] }) => {
        return { ruleId: rule.id, severity, place, message, related, fixes };
      });
    } catch (error) {
      this.#onRuleFailure(rule.id, error);
      return [];
    }
  }
}
