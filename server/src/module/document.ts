import type { Module } from './module.ts';
import type { SettingsFile } from './sources/settingsFile.ts';
import type { AttachedFile } from './sources/snapshotFile.ts';

/** A text of the workspace, by what kind of text it is. */
export type Document = ModuleFile | PolicyFile | SettingsFile;

/** A file of Terraform's language, or of its JSON syntax, with the module that it is part of. */
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
