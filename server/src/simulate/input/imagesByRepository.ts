import { isRecord } from '../../facts/isRecord.ts';
import { readJsonPages } from './jsonPages.ts';
import type { ImageInput } from './readImages.ts';
import { readImages } from './readImages.ts';

/**
 * The images of an input, which may cover several repositories, by repository name; the empty name is for records
 * without one. A text that cannot be split is read as that of one repository, with its problems.
 */
export function readImagesByRepository(text: string): ReadonlyMap<string, ImageInput> {
  const pages = readJsonPages(text).map(({ value }) => recordsOf(value));
  const records = pages.flatMap((page) => page ?? []);
  const groups = new Map<string, unknown[]>();
  for (const record of records) {
    const name = isRecord(record) && typeof record['repositoryName'] === 'string' ? record['repositoryName'] : '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  // In a text of one repository, problems name records by their numbers.
  if (pages.includes(null) || groups.size < 2) return new Map([[[...groups.keys()][0] ?? '', readImages(text)]]);
  return new Map([...groups].map(([name, group]) => [name, readImages(JSON.stringify(group))]));
}

function recordsOf(page: unknown): readonly unknown[] | null {
  if (Array.isArray(page)) return page;
  if (!isRecord(page)) return null;
  const { imageDetails, imageIds } = page;
  if (Array.isArray(imageDetails)) return imageDetails;
  return Array.isArray(imageIds) ? imageIds : null;
}
