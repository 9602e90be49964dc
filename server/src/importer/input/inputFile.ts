import { REGION_TEXT } from '../../facts/provider/texts.ts';

/** A file with output of the AWS CLI. */
export interface InputFile {
  /** As the user named it; for messages. */
  readonly name: string;
  /** The last part of its path, without folders. */
  readonly baseName: string;
  /** The name of the folder that contains it, which may be a region; null without a folder. */
  readonly folder: string | null;
  readonly text: string;
}

/** The region that the file's folder is named after; null for another folder. */
export function regionOfFolder({ folder }: InputFile): string | null {
  return folder !== null && REGION_TEXT.pattern?.test(folder) === true ? folder : null;
}
