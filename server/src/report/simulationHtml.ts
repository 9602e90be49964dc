import { clockOf, DAY, isoDate } from '../simulate/clock.ts';
import { describeRule } from '../simulate/describeRule.ts';
import { MADE_UP } from '../simulate/madeUpImages.ts';
import { notesOf } from '../simulate/notes.ts';
import type { Outcome, RuleOutcome, Simulation, Verdict } from '../simulate/outcome.ts';
import { ageOf, reasonOf } from '../simulate/reason.ts';
import { printable, printBytes } from './columns.ts';
import { escapeHtml, scriptJson } from './html.ts';
import { PAGE_DIGESTS, PAGE_SCRIPT, PAGE_STYLE } from './simulationPage.ts';
import { nameOf, printTotals } from './simulationText.ts';

/** Images of one verdict that the table lists; the picture shows more. */
const MOST_ROWS = 1000;

/** Images that the picture shows. */
const MOST_POINTS = 20_000;

const ORDER: readonly Verdict[] = ['expire', 'archive', 'unknown', 'keep'];

/** A simulation as one page that needs nothing beside itself, in the reader's light or dark colours. */
export function printHtmlSimulation(simulation: Simulation): string {
  const { now, outcomes, totals } = simulation;
  const isMadeUp = outcomes.some(({ image }) => image.digest.startsWith(MADE_UP));
  const madeUp = "These images are made up from the policy's own tags and numbers; no real image was looked at.";
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${PAGE_DIGESTS.style}'; script-src 'sha256-${PAGE_DIGESTS.script}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>What the lifecycle policy does</title>',
    `<style>${PAGE_STYLE}</style>`,
    '<h1>What the lifecycle policy does</h1>',
    `<p>${escapeHtml(printTotals(totals))} <span class="dim">As of ${isoDate(now)}.</span></p>`,
    isMadeUp ? `<p>${escapeHtml(madeUp)}</p>` : '',
    `<canvas role="img" aria-label="${escapeHtml(`The images by age, a lane for each rule. ${printTotals(totals)}`)}"></canvas>`,
    `<p class="dim">${legendOf(outcomes)}</p>`,
    '<h2>Rules</h2>',
    printRules(simulation.rules),
    '<h2>Images</h2>',
    printImages(simulation),
    ...notesOf(simulation).map((note) => `<p class="dim">${escapeHtml(note)}</p>`),
    `<script type="application/json" id="data">${scriptJson(pictureOf(simulation))}</script>`,
    `<script>${PAGE_SCRIPT}</script>`,
    '</html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n');
}

function legendOf(outcomes: readonly Outcome[]): string {
  const verdicts = ORDER.filter((verdict) => outcomes.some((outcome) => outcome.verdict === verdict));
  const colours = verdicts.map((verdict) => `<span class="${verdict}">● ${verdict}</span>`).join(' ');
  const cut = outcomes.length > MOST_POINTS ? ` Only the first ${MOST_POINTS} images are drawn.` : '';
  return `${colours} A dot is an image, by the age that its rule looks at; a line is the age at which the rule acts.${cut}`;
}

function printRules(rules: readonly RuleOutcome[]): string {
  return table(
    ['Rule', 'Does', 'Acts on', 'Of its images', 'Selects'],
    rules.map(({ rule, claimed, acted: all, attached, selected, dead }) => {
      const acted = all - attached;
      const why = dead === null ? '' : ` <span class="dim">It can never act: ${escapeHtml(printable(dead))}.</span>`;
      const meter = `<meter max="${Math.max(1, claimed)}" value="${acted}">${acted} of ${claimed}</meter>`;
      return [
        narrow(String(rule.priority)),
        cell(escapeHtml(printable(describeRule(rule))) + why),
        narrow(`${acted} ${meter}`),
        narrow(String(claimed)),
        narrow(String(selected)),
      ];
    }),
  );
}

function printImages({ outcomes, now }: Simulation): string {
  const groups = ORDER.map((verdict) => outcomes.filter((outcome) => outcome.verdict === verdict));
  const rows = groups.flatMap((group) => group.slice(0, MOST_ROWS)).map((outcome) => rowOf(outcome, now));
  const left = outcomes.length - rows.length;
  const rest = left > 0 ? `\n<p class="dim">… and ${left} more.</p>` : '';
  return table(['Verdict', 'Age', 'Size', 'Image', 'Why'], rows) + rest;
}

function rowOf(outcome: Outcome, now: number): string[] {
  const { image, verdict } = outcome;
  const name = escapeHtml(printable(nameOf(outcome)));
  return [
    `<td class="narrow ${verdict}">${verdict}</td>`,
    narrow(image.pushedAt === null ? '–' : ageOf(image.pushedAt, now)),
    narrow(image.bytes === null ? '–' : printBytes(image.bytes)),
    `<td title="${escapeHtml(printable(image.digest))}">${name}</td>`,
    cell(escapeHtml(printable(reasonOf(outcome, now)))),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  return ['<table>', `<tr>${head}</tr>`, ...rows.map((row) => `<tr>${row.join('')}</tr>`), '</table>'].join('\n');
}

function cell(html: string): string {
  return `<td>${html}</td>`;
}

function narrow(html: string): string {
  return `<td class="narrow">${html}</td>`;
}

/** What the picture is drawn from: lanes, and points as lane, age in days and verdict. */
function pictureOf({ rules, outcomes, now }: Simulation): object {
  const lanes = rules.map(({ rule }) => ({
    name: `Rule ${rule.priority}`,
    days: rule.countType === 'imageCountMoreThan' ? null : rule.countNumber,
  }));
  const places = new Map(rules.map(({ rule }, place) => [rule, place]));
  const points = outcomes.slice(0, MOST_POINTS).flatMap(({ image, claimedBy, verdict }) => {
    const time = clockOf(image, claimedBy?.countType ?? 'imageCountMoreThan');
    const lane = (claimedBy && places.get(claimedBy)) ?? rules.length;
    return time === null ? [] : [[lane, Math.round(((now - time) / DAY) * 100) / 100, verdict]];
  });
  return { lanes: [...lanes, { name: 'No rule', days: null }], points };
}
