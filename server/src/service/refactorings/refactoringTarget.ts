import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';
import { documentSourceOf } from '../../ecr/documents/documentSource.ts';
import { readSpelling } from '../../ecr/documents/handedOver.ts';
import { LIFECYCLE } from '../../ecr/documents/lifecycle/vocabulary.ts';
import { readDocument } from '../../ecr/documents/spelling/blocks/readValue.ts';
import { readHcl } from '../../ecr/documents/spelling/hcl/readValue.ts';
import { readJsonText } from '../../ecr/documents/spelling/json/readValue.ts';
import { VOCABULARIES } from '../../ecr/documents/vocabularies.ts';
import type { Vocabulary } from '../../ecr/documents/vocabulary.ts';
import { readJson } from '../../embedded/jsonDocument.ts';
import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration, LocalDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { ModuleFile } from '../../module/document.ts';
import type { Module } from '../../module/module.ts';
import { isOverrideFile } from '../../module/sources/overrides.ts';
import { questionScope } from '../../module/tracking/questionScope.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Workspace } from '../../module/workspace.ts';
import { beginningOf } from '../../syntax/tree/bodies.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { pieceAt } from '../../syntax/tree/place.ts';
import type { Expression, ObjectItem, Range } from '../../syntax/tree/tree.ts';
import { policyLocals } from '../cursor/policy/policyLocals.ts';
import { usesOf } from './locals/mentions.ts';
import { optionsOf } from './optionsOf.ts';
import type { RulesSpot } from './rules/rulesTarget.ts';
import { rulesIn } from './rules/rulesTarget.ts';

/** The expression of a policy's text that the user points at. */
export interface PolicySpot {
  /** The innermost expression that spells the whole policy: a branch of a conditional, an argument of `try`. */
  readonly expression: Expression;
  /** The whole value of the argument or local around it. */
  readonly value: Expression;
  /** True when functions around the expression decide whether it is used: `try`, `coalesce`. */
  readonly isTried: boolean;
  /** The top-level block around it. */
  readonly declaration: BlockDeclaration;
  /** The name for a block or local made from it. */
  readonly name: string;
  /** The vocabulary of the document. */
  readonly vocabulary: Vocabulary;
}

/** A place of a workspace where the user asks for refactorings. Answers are computed once, on demand. */
export class RefactoringTarget {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly source: PieceInFile;
  /** What the user selected, relative to the piece. */
  readonly range: Range;
  readonly module: ModuleOfSpot | null;
  /** Whether refactorings may create files. */
  readonly createsFiles: boolean;
  readonly #answers = new Map<string, unknown>();

  private constructor(
    workspace: Workspace,
    source: PieceInFile,
    range: Range,
    module: ModuleOfSpot | null,
    createsFiles: boolean,
  ) {
    this.workspace = workspace;
    this.uri = source.uri;
    this.createsFiles = createsFiles;
    this.source = source;
    this.range = range;
    this.module = module;
  }

  /**
   * The target at half-open UTF-16 offsets of a file; null when nothing is refactored: in text with syntax errors, in
   * Terraform's JSON syntax, and in override files, which may not declare anything new.
   */
  static at(workspace: Workspace, uri: string, { start, end }: Range, createsFiles = false): RefactoringTarget | null {
    const document = workspace.documentAt(uri);
    switch (document?.kind) {
      case 'policy':
        return new RefactoringTarget(workspace, document.file.place, { start, end }, null, createsFiles);
      case 'module':
        return RefactoringTarget.#inModule(workspace, document, { start, end }, createsFiles);
      case 'settings':
      case undefined:
        return null;
    }
  }

  static #inModule(
    workspace: Workspace,
    { uri, module }: ModuleFile,
    { start, end }: Range,
    createsFiles: boolean,
  ): RefactoringTarget | null {
    const file = module.file(uri);
    if (file === undefined || isJsonConfiguration(uri) || isOverrideFile(uri)) return null;
    const { piece, offset } = pieceAt(file.syntax, start);
    if (treeOfPiece(piece).errors.length > 0) return null;
    const range = { start: start - offset, end: end - offset };
    const ofModule = { module, scope: questionScope(module) };
    return new RefactoringTarget(workspace, { uri, piece }, range, ofModule, createsFiles);
  }

  /** The top-level block around the range. */
  get declaration(): BlockDeclaration | null {
    return this.#once('declaration', () => {
      const blocks = this.module?.module.declarations(this.source.piece).blocks ?? [];
      return blocks.find(({ block }) => this.touches(block)) ?? null;
    });
  }

  /** The local whose declaration is around the range. */
  get local(): LocalDeclaration | null {
    return this.#once('local', () => {
      const locals = this.module?.module.declarations(this.source.piece).locals ?? [];
      return locals.find(({ attribute }) => this.touches(attribute)) ?? null;
    });
  }

  /** The data source of lifecycle policies around the range. */
  get document(): BlockDeclaration | null {
    const { madeDocument } = this;
    return madeDocument?.vocabulary === LIFECYCLE ? madeDocument.declaration : null;
  }

  /** The data source around the range that makes a document of any kind. */
  get madeDocument(): { readonly declaration: BlockDeclaration; readonly vocabulary: Vocabulary } | null {
    const { declaration } = this;
    if (declaration === null) return null;
    const vocabulary = VOCABULARIES.find(({ blocks }) => blocks && isBlockOf(declaration, 'data', blocks.type));
    return vocabulary === undefined ? null : { declaration, vocabulary };
  }

  /** The lifecycle policy's text around the range, or of the block whose header contains the range. */
  get policy(): PolicySpot | null {
    return this.#once('policy', () => this.#findPolicy(LIFECYCLE));
  }

  /** The same for a document of any kind. */
  get handedOver(): PolicySpot | null {
    return this.#once('handedOver', () => {
      for (const vocabulary of VOCABULARIES) {
        const found = vocabulary === LIFECYCLE ? this.policy : this.#findPolicy(vocabulary);
        if (found !== null) return found;
      }
      return null;
    });
  }

  /** The rules that are written around the range. */
  get rules(): RulesSpot | null {
    return this.#once('rules', () => {
      const found = rulesIn(this.#findNodes(), this.source.piece, this.range);
      return found && { ...found, isWhole: this.#isWholeList(found) };
    });
  }

  /** True when the range and another one share a character or an edge. */
  touches({ start, end }: Range): boolean {
    return start <= this.range.end && this.range.start <= end;
  }

  /** An evaluator for which everything that a caller or an instance decides is unknown. */
  evaluate(expression: Expression, source = this.source) {
    if (this.module === null) throw new RangeError('a file of its own has no expressions');
    return new Evaluator(this.module.scope).evaluate({ source, expression });
  }

  #findPolicy(vocabulary: Vocabulary): PolicySpot | null {
    const { declaration, local, module } = this;
    if (declaration === null || module === null) return null;
    if (local !== null) {
      const shape = module.module.remember(policyLocals).get(local.name);
      const { value } = local.attribute;
      return shape?.kind === 'text' && shape.vocabulary === vocabulary
        ? { ...this.#spellingIn(value), value, declaration, name: local.name, vocabulary }
        : null;
    }
    const policySource = documentSourceOf(declaration, vocabulary);
    if (policySource === undefined) return null;
    const { argument, expression } = policySource;
    const isMeant = vocabulary === LIFECYCLE || isOnlyDocument(declaration);
    const isAtHeader = isMeant && this.touches(beginningOf(declaration.block));
    if (!this.touches(argument) && !isAtHeader) return null;
    const name = declaration.labels.at(-1) ?? 'policy';
    return { ...this.#spellingIn(expression), value: expression, declaration, name, vocabulary };
  }

  /** The branch that contains the range, if only one of several is used. */
  #spellingIn(expression: Expression): Pick<PolicySpot, 'expression' | 'isTried'> {
    const options = optionsOf(expression);
    const around = options.find(({ start, end }) => start <= this.range.start && this.range.end <= end);
    if (around === undefined) return { expression, isTried: false };
    const inner = this.#spellingIn(around);
    return { ...inner, isTried: inner.isTried || expression.kind === 'FunctionCall' };
  }

  #findNodes(): PolicyNode | null {
    const { module, policy, document, local } = this;
    if (module === null) return this.#nodesOfFile();
    if (policy !== null) return readSpelling(this.evaluate(policy.expression), LIFECYCLE).root;
    if (document !== null) return readDocument(document, new Evaluator(module.scope), LIFECYCLE);
    const shape = local && module.module.remember(policyLocals).get(local.name);
    return local === null || !shape || shape.vocabulary !== LIFECYCLE || shape.kind === 'text'
      ? null
      : readHcl(this.evaluate(local.attribute.value), LIFECYCLE);
  }

  /** False for a local that is, or may be, only a part of a policy's rules. */
  #isWholeList({ list }: Pick<RulesSpot, 'list'>): boolean {
    const { local, module } = this;
    if (local === null || module === null || list.place.start !== local.attribute.value.start) return true;
    const { mentions } = usesOf(module.module, ['local', local.name]);
    return mentions.every(({ parent }) => parent.kind === 'ObjectItem' && isRulesItem(parent));
  }

  #nodesOfFile(): PolicyNode | null {
    const { piece } = this.source;
    const place = { ...this.source, start: 0, end: piece.text.length };
    const segments = [{ kind: 'verbatim' as const, start: 0, end: piece.text.length, place }];
    const document = readJson({ text: piece.text, segments, quoting: 'none', place });
    return document.problems.length > 0 ? null : readJsonText(document, LIFECYCLE);
  }

  #once<T>(name: string, find: () => T): T {
    if (!this.#answers.has(name)) this.#answers.set(name, find());
    return this.#answers.get(name) as T;
  }
}

/** True for a block that sets no document of another kind, which its header could mean as well. */
function isOnlyDocument(declaration: BlockDeclaration): boolean {
  return VOCABULARIES.filter((vocabulary) => documentSourceOf(declaration, vocabulary) !== undefined).length === 1;
}

/** The module of a target, and the scope of its expressions. */
export interface ModuleOfSpot {
  readonly module: Module;
  readonly scope: RecordingScope;
}

function isRulesItem({ key }: ObjectItem): boolean {
  return key.kind === 'Variable' ? key.name.text === 'rules' : literalText(key) === 'rules';
}
