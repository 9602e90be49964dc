import type { Module } from './module.ts';
import type { SettingsFile } from './sources/settingsFile.ts';
import type { AttachedFile } from './sources/snapshotFile.ts';

/** A text of the workspace, by its kind. */
export type Document = ModuleFile | PolicyFile | SettingsFile;

/** A file in Terraform's language, or in its JSON syntax, with its module. */
export interface ModuleFile {
  readonly kind: 'module';
  readonly uri: string;
  readonly module: Module;
}

/** A text that modules read: a policy, or a template of one. */
export interface PolicyFile {
  readonly kind: 'policy';
  readonly uri: string;
  readonly file: AttachedFile;
}
