import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { ShownSurroundings } from '../../guarantees/shown.ts';
import type { Image } from '../../simulate/input/image.ts';
import { isoDate } from '../../simulate/time/clock.ts';
import { visible } from '../../syntax/shown/printable.ts';
import { escapeHtml, scriptJson } from '../escapeHtml.ts';

/** The simulator's view as texts, with the SHA-256 of each in base64. */
export interface SimulatorView {
  readonly style: string;
  readonly script: string;
  readonly styleDigest: string;
  readonly scriptDigest: string;
}

/** The inputs of a page's simulation. */
export interface SimulatedPage {
  /** The policy's name. */
  readonly address: string;
  readonly rules: readonly SimulatedRule[];
  /** The images and their name; null for images made up from the policy. */
  readonly images: { readonly name: string; readonly images: readonly Image[] } | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The assumptions, as a sentence; empty for none. */
  readonly note: string;
  readonly surroundings?: ShownSurroundings;
}

/**
 * One self-contained page that may load nothing: the simulator's view, a policy and the images. It runs the policy
 * itself when it is opened.
 */
export function printHtmlSimulation(view: SimulatorView, { images, now, ...policy }: SimulatedPage): string {
  const data = {
    now,
    policy: { kind: 'rules', ...policy },
    images: images === null ? null : { name: images.name, images: images.images.map(withoutGaps) },
  };
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${view.styleDigest}'; script-src 'sha256-${view.scriptDigest}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>What ${escapeHtml(visible(policy.address))} does</title>`,
    `<style>${view.style}</style>`,
    '<body>',
    '<main></main>',
    `<noscript>What the lifecycle policy does, as of ${isoDate(now)}, is drawn by the page's own script.</noscript>`,
    `<script type="application/json" id="data">${scriptJson(data)}</script>`,
    `<script>${view.script}</script>`,
    '</html>',
    '',
  ].join('\n');
}

/** An image without its empty fields, which makes a page of a hundred thousand images four times smaller. */
export function withoutGaps(image: Image): Partial<Image> {
  const isGap = (value: unknown) =>
    value === null || value === 'standard' || (Array.isArray(value) && value.length === 0);
  const known = Object.fromEntries(Object.entries(image).filter(([, value]) => !isGap(value)));
  // An index with unknown content is not the same as an image that is not an index.
  return { ...known, ...(image.children === null ? { children: null } : {}) };
}
