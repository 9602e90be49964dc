import { readImport } from '../ecr/importBlock.ts';
import { readPolicy } from '../ecr/policy/readPolicy.ts';
import { readRepository } from '../ecr/repository.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import type { SettingsFile } from '../module/settingsFile.ts';
import { RULES } from '../rules/registry.ts';
import type {
  Finding,
  ImportCheck,
  PolicyCheck,
  RepositoryCheck,
  Rule,
  SettingsCheck,
  SuppressionCheck,
  SyntaxCheck,
  UnusedSuppression,
} from '../rules/rule.ts';
import type { Piece } from '../syntax/file.ts';
import { placeOf } from '../syntax/place.ts';
import type { Problem } from './problem.ts';
import type { Suppression } from './suppressions.ts';
import { readSuppressions } from './suppressions.ts';

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
  readonly #suppressions = new WeakMap<Piece, readonly Suppression[]>();
  readonly #onRuleFailure: RuleFailureListener;
  readonly #rules: RulesBySubject;

  constructor(onRuleFailure: RuleFailureListener, rules: readonly Rule[] = RULES) {
    this.#onRuleFailure = onRuleFailure;
    this.#rules = bySubject(rules);
  }

  /** The suppressions of a piece, read once for as long as it lasts. */
  suppressionsOf(uri: string, piece: Piece): readonly Suppression[] {
    const known = this.#suppressions.get(piece);
    if (known !== undefined) return known;
    const suppressions = readSuppressions(uri, piece);
    this.#suppressions.set(piece, suppressions);
    return suppressions;
  }

  /** What is to be said of a suppression's id that silenced nothing. */
  problemsOfUnused(unused: UnusedSuppression): readonly Problem[] {
    const problems: Problem[] = [];
    for (const rule of this.#rules.suppression) {
      this.#run(rule, () => rule.check(unused, this.#rules.ids), problems);
    }
    return problems;
  }

  /** What is to be said of a settings file, with default severities. */
  problemsOfSettings(file: SettingsFile): readonly Problem[] {
    const problems: Problem[] = [];
    for (const rule of this.#rules.settings) this.#run(rule, () => rule.check(file, this.#rules.ids), problems);
    return problems;
  }

  /** Every problem that the pieces of a module give, whichever of its files they stand in, with default severities. */
  problemsOf(module: Module): Problem[] {
    const problems: Problem[] = [];
    for (const { uri, syntax } of module.files) {
      for (const { piece } of syntax.pieces) problems.push(...this.#problemsOfPiece(module, uri, piece));
    }
    return problems;
  }

  #problemsOfPiece(module: Module, uri: string, piece: Piece): readonly Problem[] {
    const known = this.#results.get(piece);
    if (known?.scope.isCurrent()) return known.problems;
    const scope = new RecordingScope(module);
    const problems = this.#check(module, scope, uri, piece);
    this.#results.set(piece, { scope, problems });
    return problems;
  }

  #check(module: Module, scope: RecordingScope, uri: string, piece: Piece): readonly Problem[] {
    const problems: Problem[] = [];
    const { tree } = piece;
    for (const rule of this.#rules.syntax) {
      this.#run(rule, () => rule.check(tree, (range) => placeOf({ uri, piece }, range)), problems);
    }
    for (const declaration of module.declarations(piece).blocks) {
      const policy = readPolicy(declaration, scope);
      if (policy !== null)
        for (const rule of this.#rules.policy) this.#run(rule, () => rule.check(policy, scope), problems);
      const repository = readRepository(declaration, scope);
      if (repository !== null) {
        for (const rule of this.#rules.repository) this.#run(rule, () => rule.check(repository, scope), problems);
      }
      const block = readImport(declaration);
      if (block !== null)
        for (const rule of this.#rules.import) this.#run(rule, () => rule.check(block, scope), problems);
    }
    return problems;
  }

  /** Adds what a rule finds; when it fails, nothing of it. */
  #run(rule: Rule, check: () => Iterable<Finding>, problems: Problem[]): void {
    const before = problems.length;
    try {
      for (const { place, message, severity = rule.severity, related = [], fixes = [] } of check()) {
        problems.push({ ruleId: rule.id, severity, place, message, related, fixes });
      }
    } catch (error) {
      problems.length = before;
      this.#onRuleFailure(rule.id, error);
    }
  }
}

/** Rules by what they are about, so that each meets only that. */
interface RulesBySubject {
  readonly ids: readonly string[];
  readonly settings: readonly SettingsCheck[];
  readonly suppression: readonly SuppressionCheck[];
  readonly syntax: readonly SyntaxCheck[];
  readonly policy: readonly PolicyCheck[];
  readonly repository: readonly RepositoryCheck[];
  readonly import: readonly ImportCheck[];
}

function bySubject(rules: readonly Rule[]): RulesBySubject {
  return {
    ids: rules.map(({ id }) => id),
    settings: rules.filter((rule) => rule.subject === 'settings'),
    suppression: rules.filter((rule) => rule.subject === 'suppression'),
    syntax: rules.filter((rule) => rule.subject === 'syntax'),
    policy: rules.filter((rule) => rule.subject === 'policy'),
    repository: rules.filter((rule) => rule.subject === 'repository'),
    import: rules.filter((rule) => rule.subject === 'import'),
  };
}
