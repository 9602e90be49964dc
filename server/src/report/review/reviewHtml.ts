import type { Finding } from '../../review/findings/finding.ts';
import type { GivenImages } from '../../review/lifecycle/givenImages.ts';
import { imagesIn } from '../../review/lifecycle/givenImages.ts';
import type { Image } from '../../simulate/input/image.ts';
import { MADE_UP, madeUpImages } from '../../simulate/input/madeUpImages.ts';
import { isoDate } from '../../simulate/time/clock.ts';
import { visible } from '../../syntax/shown/printable.ts';
import { escapeHtml, scriptJson } from '../escapeHtml.ts';
import type { SimulatorView } from '../simulation/simulationHtml.ts';
import { withoutGaps } from '../simulation/simulationHtml.ts';
import { stretchesOf } from './plainWords.ts';
import { summaryWords } from './reviewJson.ts';
import { imageWords, NOTHING_FOUND } from './reviewText.ts';

/** The contents of a page for a review. */
export interface ReviewedPage {
  readonly findings: readonly Finding[];
  /** Null for images made up from the policies. */
  readonly images: GivenImages | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * One self-contained page that may load nothing: the findings, and the simulator's view of each changed lifecycle
 * policy next to the policy that it replaces.
 */
export function printHtmlReview(view: SimulatorView, reviewed: ReviewedPage): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${view.styleDigest}'; script-src 'sha256-${view.scriptDigest}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>What the plan does in ECR</title>',
    `<style>${view.style}</style>`,
    '<body>',
    htmlReviewBody(reviewed, null),
    `<script>${view.script}</script>`,
    '</html>',
    '',
  ].join('\n');
}

/**
 * The body of such a page without its script. In an editor the address of a finding is a link if `isLink` says so for
 * its number, and images can be given; null elsewhere.
 */
export function htmlReviewBody(
  { findings, images, now }: ReviewedPage,
  isLink: ((index: number) => boolean) | null,
): string {
  const changes = findings.flatMap((finding) => changeOf(finding, images, now));
  return [
    '<article class="review">',
    `<h1>${headline(findings)}</h1>`,
    ...findings.map((finding, index) => sectionOf(finding, isLink?.(index) === true ? index : null)),
    '</article>',
    ...(changes.length === 0
      ? []
      : [
          `<h2 class="review">What changed policies do to images, as of ${isoDate(now - (now % 1000))}</h2>`,
          ...(isLink === null ? [] : [IMAGES_BUTTON]),
          '<main></main>',
          "<noscript>The picture is drawn by the page's own script.</noscript>",
        ]),
    `<script type="application/json" id="data">${scriptJson({ now, changes })}</script>`,
  ].join('\n');
}

/** The editor asks for files when it is pressed. */
const IMAGES_BUTTON =
  '<p><button type="button" class="link" data-images>Count your own images…</button> from what <code>aws ecr describe-images</code> printed.</p>';

function headline(findings: readonly Finding[]): string {
  const sum = summaryWords(findings);
  return sum === null ? NOTHING_FOUND : `ECR: ${sum} in this plan`;
}

function sectionOf(finding: Finding, link: number | null): string {
  const { severity, kind, message, because, images, rules } = finding;
  const reasons = [...because, ...(images === null ? [] : [imageWords(images)])];
  return [
    `<section class="finding ${severity}">`,
    `<h3><b>${severity}</b> ${kind} ${addressOf(finding, link)}</h3>`,
    `<p>${sentence(message)}</p>`,
    ...(reasons.length === 0 ? [] : [`<ul>${reasons.map((reason) => `<li>${sentence(reason)}</li>`).join('')}</ul>`]),
    ...(rules.length === 0 ? [] : [`<pre>${rules.map(ruleLine).join('\n')}</pre>`]),
    '</section>',
  ].join('\n');
}

function addressOf({ address }: Finding, link: number | null): string {
  if (address === '') return '';
  const code = `<code>${text(address)}</code>`;
  return link === null ? code : `<button type="button" class="link" data-finding="${link}">${code}</button>`;
}

function ruleLine({ sign, words }: Finding['rules'][number]): string {
  const line = text(`${sign} ${words}`);
  if (sign === ' ') return line;
  return sign === '+' ? `<ins>${line}</ins>` : `<del>${line}</del>`;
}

function sentence(words: string): string {
  return stretchesOf(words)
    .map((stretch) => (stretch.isCode ? `<code>${text(stretch.text)}</code>` : text(stretch.text)))
    .join('');
}

function text(words: string): string {
  return escapeHtml(visible(words));
}

/** A changed policy for the view, with images to try both sides on. */
function changeOf({ address, picture }: Finding, given: GivenImages | null, now: number): readonly object[] {
  if (picture === null) return [];
  const real = given === null ? null : imagesIn(given, picture.repository);
  const images = real ?? madeUpFor(picture, now);
  const policy = (rules: typeof picture.after) => ({ kind: 'rules', address, rules, note: '' });
  const name =
    real === null ? 'no real repository, made up from both policies' : (picture.repository ?? 'the repository');
  return [
    {
      policy: policy(picture.after),
      before: policy(picture.before),
      images: { name, images: images.map(withoutGaps) },
    },
  ];
}

/** Images that show the rules of both sides at work; each tag is on one of them. */
function madeUpFor({ before, after }: NonNullable<Finding['picture']>, now: number): readonly Image[] {
  const images = madeUpImages(after, now);
  const taken = new Set(images.flatMap(({ tags }) => tags));
  const earlier = madeUpImages(before, now).filter(
    ({ tags }) => tags.length > 0 && !tags.some((tag) => taken.has(tag)),
  );
  return [
    ...images,
    ...earlier.map((image) => ({ ...image, digest: image.digest.replace(MADE_UP, `${MADE_UP}before-`) })),
  ];
}
