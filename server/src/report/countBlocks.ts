import { accessSourceOf } from '../ecr/documents/access/readAccessPolicy.ts';
import { policyArgumentOf } from '../ecr/documents/lifecycle/policySource.ts';
import { readShapedDocuments } from '../ecr/modules/shapedDocuments.ts';
import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import { REPOSITORY_TYPE } from '../ecr/repository/repositoryBlock.ts';
import { bodyFact } from '../facts/provider/resources.ts';
import { calledModule } from '../module/calls/calledModules.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { isBlockOf } from '../module/declarations/declarations.ts';
import type { Module } from '../module/module.ts';
import { partsOf } from '../module/sources/overrides.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Workspace } from '../module/workspace.ts';
import type { ReportSummary } from './report.ts';

/** A call of a module, and the module that contains it. */
interface Call {
  readonly declaration: BlockDeclaration;
  readonly module: Module;
}

type Counts = Pick<ReportSummary, 'files' | 'repositories' | 'policies' | 'accessPolicies' | 'blocks' | 'modules'>;

/** Counts the files and blocks that a report examined. */
export class BlockCounter {
  #files = 0;
  #repositories = 0;
  #policies = 0;
  #accessPolicies = 0;
  readonly #blocks = new Map<string, number>();
  readonly #calls: Call[] = [];

  /** Counts the wanted files of a module, and their blocks as they are written. */
  addModule(module: Module, wanted: ReadonlySet<string>): void {
    this.#files += module.uris.filter((uri) => wanted.has(uri)).length;
    for (const declaration of module.allBlocks()) {
      for (const part of partsOf(declaration, module)) if (wanted.has(part.source.uri)) this.#addPolicies(part);
      if (!wanted.has(declaration.source.uri)) continue;
      if (isBlockOf(declaration, 'resource', REPOSITORY_TYPE)) this.#repositories += 1;
      const name = typeName(declaration);
      if (name !== null) this.#blocks.set(name, (this.#blocks.get(name) ?? 0) + 1);
    }
  }

  #addPolicies(declaration: BlockDeclaration): void {
    if (policyArgumentOf(declaration) !== undefined) this.#policies += 1;
    if (accessSourceOf(declaration) !== undefined) this.#accessPolicies += 1;
  }

  /** Counts the calls in the wanted files of a module, once what they lead to has been read. */
  addCalls(module: Module, wanted: ReadonlySet<string>): void {
    for (const declaration of module.allBlocks()) {
      if (declaration.type !== 'module' || !wanted.has(declaration.source.uri)) continue;
      const { lifecycle, access } = readShapedDocuments(declaration, new RecordingScope(module));
      this.#policies += lifecycle.length;
      this.#accessPolicies += access.length;
      this.#calls.push({ declaration, module });
    }
  }

  /** Counts files with nothing to examine. */
  addFiles(count: number): void {
    this.#files += count;
  }

  /** Counts policies that are texts of their own, and the resources of plans. */
  addGiven(given: readonly GivenPolicy[], planned: readonly PlannedResource[]): void {
    const lifecycle = given.filter(({ isLifecycle }) => isLifecycle).length;
    this.#files += new Set([...given, ...planned].map(({ file }) => file)).size;
    for (const { type } of planned) {
      if (type === REPOSITORY_TYPE) this.#repositories += 1;
      this.#blocks.set(type, (this.#blocks.get(type) ?? 0) + 1);
    }
    this.#policies += lifecycle;
    this.#accessPolicies += given.length - lifecycle;
  }

  /** The counts; `workspace` knows which called modules have been read. */
  counts(workspace: Workspace): Counts {
    const roots = new Map<Module, readonly string[]>();
    const kinds = this.#calls.map(({ declaration, module }) => {
      const around = roots.get(module) ?? directoriesAround(module, workspace);
      roots.set(module, around);
      const kindsThere = around.map((root) => {
        const called = calledModule(declaration, module, root);
        if (called === null || workspace.moduleAt(called.directory) === undefined) return 'unknown';
        return called.kind === 'known' ? 'known' : 'followed';
      });
      return (['followed', 'known'] as const).find((kind) => kindsThere.includes(kind)) ?? 'unknown';
    });
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    return {
      files: this.#files,
      repositories: this.#repositories,
      policies: this.#policies,
      accessPolicies: this.#accessPolicies,
      blocks: Object.fromEntries([...this.#blocks].sort(([one], [other]) => (one < other ? -1 : 1))),
      modules: { followed: count('followed'), known: count('known'), unknown: count('unknown') },
    };
  }
}

/** More directories than this are not asked what they have installed. */
const ROOT_LIMIT = 20;

/** The directories in which Terraform may be run for a module: its own, and those of the modules that lead to it. */
function directoriesAround(module: Module, workspace: Workspace): readonly string[] {
  return [module, ...workspace.callersOf(module).slice(0, ROOT_LIMIT - 1)].map(({ directory }) => directory);
}

/** The type of an ECR block as the counts name it; null for other blocks. */
function typeName({ type, labels: [label] }: BlockDeclaration): string | null {
  if (typeof label !== 'string' || bodyFact(type, label) === undefined) return null;
  return type === 'resource' ? label : `${type}.${label}`;
}
