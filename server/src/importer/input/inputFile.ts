/** A file with what the AWS CLI printed. */
export interface InputFile {
  /** As the user named it; for messages. */
  readonly name: string;
  /** The last part of its path, without folders. */
  readonly baseName: string;
  /** The name of the folder that holds it, which may be a region; null when there is none. */
  readonly folder: string | null;
  readonly text: string;
}

/** Source: the form of AWS region names, such as `eu-west-1` and `us-gov-east-1`. Read 2026-11-29. */
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

/** The region that the file's folder is named after; null for another folder. */
export function regionOfFolder({ folder }: InputFile): string | null {
  return folder !== null && REGION.test(folder) ? folder : null;
}
